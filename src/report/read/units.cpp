// SPDX-License-Identifier: MIT
#include "report/read/units.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/replace_all.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/label.h"
#include "report/read/taken_words.h"

namespace esep::report {
namespace {

bool begins_with_any(const std::string& word, const auto& stems) {
  return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return word.starts_with(stem); });
}

std::string unit_of(const std::string& word) {
  const auto at = std::find_if(kUnitStems.begin(), kUnitStems.end(),
                               [&](const auto& unit) { return word.starts_with(unit.first); });
  return at == kUnitStems.end() ? "" : std::string(at->second);
}

bool is_scale(const std::string& unit) { return unit.starts_with("10"); }

bool is_number(const std::string& word) { return !word.empty() && word.front() >= '0' && word.front() <= '9'; }

// Folded, with the name of tenge for its sign.
std::string plain_form(std::string_view text) {
  return fold_case(replace_all(std::string(text), "₸", " " + std::string(kTenge) + " "));
}

std::vector<std::string> words_with_signs(std::string_view text) { return words_of(plain_form(text)); }

// Whether words are nothing but a unit and what stands beside one; what they name goes to `out`.
bool is_of_units(const std::vector<std::string>& words, Units& out) {
  bool tenge = false;
  for (const std::string& word : words) {
    const std::string unit = unit_of(word);
    if (!unit.empty()) {
      out.insert(unit);
    } else if (begins_with_any(word, kTengeStems)) {
      tenge = true;
    } else if (!begins_with_any(word, kUnitCompanyStems) &&
               std::find(kUnitCompany.begin(), kUnitCompany.end(), word) == kUnitCompany.end()) {
      return false;
    }
  }
  if (out.empty() && tenge) out.insert("₸");
  return !out.empty();
}

// Whether a number stands right before the word: «5 млн», not «2027, млн».
bool is_amount(std::string_view text, const std::vector<PlacedWord>& words, size_t at) {
  if (at == 0 || !is_number(words[at - 1].word)) return false;
  const std::string_view gap = text.substr(words[at - 1].end, words[at].begin - words[at - 1].end);
  return gap.find_first_of(",;:()\n") == std::string_view::npos;
}

// A scale before «тенге», or behind «в» in the case that goes with it: not of an amount.
void add_stated(std::string_view typed, Units& out) {
  const std::string text = plain_form(typed);
  const std::vector<PlacedWord> words = placed_words(text);
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i].word;
    const std::string unit = unit_of(word);
    if (!is_scale(unit) || is_amount(text, words, i)) continue;
    const bool of_money = i + 1 < words.size() && begins_with_any(words[i + 1].word, kTengeStems);
    const bool given_in = i > 0 && words[i - 1].word == kGivenIn.first && word.ends_with(kGivenIn.second);
    if (of_money || given_in) out.insert(unit);
  }
}

// Behind the last colon, and between the last brackets.
std::array<std::string_view, 3> parts_of(std::string_view text) {
  const size_t colon = text.rfind(':'), open = text.rfind('('), close = text.rfind(')');
  const bool brackets = open != std::string_view::npos && close != std::string_view::npos && open < close;
  return {text, colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1),
          brackets ? text.substr(open + 1, close - open - 1) : std::string_view()};
}

Units units_in_all(const std::vector<std::string>& texts) {
  Units out;
  bool first = true;
  for (const std::string& text : texts) {
    if (trim(text).empty()) continue;
    const Units one = units_in(text);
    Units both;
    std::set_intersection(out.begin(), out.end(), one.begin(), one.end(), std::inserter(both, both.end()));
    out = first ? one : both;
    first = false;
  }
  out.erase("%");
  return out;
}

// The groups of a column, from the nearest.
std::vector<const form::Group*> groups_of(const form::FormDefinition& form, const form::ValueSpec& spec) {
  std::vector<const form::Group*> out;
  const form::Column* column = form.column(spec.id);
  std::string id = column != nullptr ? column->group : "";
  while (out.size() < form.groups.size()) {
    const form::Group* group = form.group(id);
    if (group == nullptr) break;
    out.push_back(group);
    id = group->parent;
  }
  return out;
}

// A digit, raised or not; -1: another character.
int digit_of(char32_t cp, bool raised) {
  constexpr std::u32string_view kRaised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  if (raised) {
    const size_t at = kRaised.find(cp);
    return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
  }
  return cp >= U'0' && cp <= U'9' ? static_cast<int>(cp - U'0') : -1;
}

bool is_gap(char32_t c) { return c == U' ' || c == 0xA0 || c == 0x202F || c == 0x2009; }

// A number without the blanks between its groups.
std::string digits_at(const std::u32string& text, size_t& pos, bool raised = false) {
  std::string out;
  for (; pos < text.size(); ++pos) {
    const bool gap = !out.empty() && is_gap(text[pos]) && pos + 1 < text.size() && digit_of(text[pos + 1], raised) >= 0;
    const int digit = digit_of(text[pos], raised);
    if (digit < 0 && !gap) break;
    if (digit >= 0) out += static_cast<char>('0' + digit);
  }
  return out;
}

// The power of ten that begins there: «1000», «10³», "10^3". 0: none.
size_t power_at(const std::u32string& text, size_t pos) {
  const std::string digits = digits_at(text, pos);
  if (digits.empty() || digits.front() != '1' || digits.find_first_not_of('0', 1) != std::string::npos) return 0;
  const bool caret = digits == "10" && pos < text.size() && text[pos] == U'^';
  if (caret) ++pos;
  const std::string raised = digits == "10" ? digits_at(text, pos, !caret) : "";
  if (raised.empty()) return digits.size() - 1;
  return raised.size() > 2 ? 0 : static_cast<size_t>(std::stoi(raised));
}

}  // namespace

Units multipliers_in(std::string_view typed) {
  std::u32string text;
  for (size_t pos = 0; pos < typed.size();) text += next_code_point(typed, pos);
  const auto is_in = [](std::u32string_view all, char32_t c) { return all.find(c) != std::u32string_view::npos; };
  Units out;
  char32_t before = U' ';  // the last character that is no blank
  for (size_t i = 0; i < text.size(); ++i) {
    const char32_t sign = text[i];
    const bool begins = i == 0 || is_gap(text[i - 1]) || is_in(U"([,;:/", text[i - 1]);
    const bool star = sign == U'*' && i + 1 < text.size() && !is_gap(text[i + 1]);  // else it may be of a footnote
    const bool multiplies = is_in(kTimesSigns, sign) || star || (begins && is_in(kTimesLetters, sign));
    const bool of_two = digit_of(before, false) >= 0;
    if (!is_gap(sign)) before = sign;
    if (!multiplies || of_two) continue;
    size_t at = i + 1;
    while (at < text.size() && is_gap(text[at])) ++at;
    const size_t power = power_at(text, at);
    if (power >= 3) out.insert(power == 3 ? "1000" : "10^" + std::to_string(power));
  }
  return out;
}

Units units_in(std::string_view text) {
  Units out = multipliers_in(text);
  for (const std::string& word : words_of(fold_case(text))) {
    if (std::string unit = unit_of(word); !unit.empty()) out.insert(std::move(unit));
  }
  for (const char sign : {'%', '$'}) {
    if (text.find(sign) != std::string_view::npos) out.emplace(1, sign);
  }
  if (text.find("€") != std::string_view::npos) out.emplace("€");
  if (text.find("₽") != std::string_view::npos) out.emplace("₽");
  return out;
}

bool names_tenge(std::string_view text) {
  const auto words = words_with_signs(text);
  return std::any_of(words.begin(), words.end(), [](const auto& word) { return begins_with_any(word, kTengeStems); });
}

Units stated_units(std::string_view text) {
  Units out;
  for (const std::string_view part : parts_of(text)) {
    Units only;
    const auto words = words_with_signs(part);
    if (!words.empty() && is_of_units(words, only)) return only;
  }
  add_stated(text, out);
  out.merge(multipliers_in(text));
  return out;
}

bool only_states_units(std::string_view text) {
  Units only;
  const auto words = words_with_signs(text);
  return !words.empty() && is_of_units(words, only);
}

Units known_units(const form::FormDefinition& form, const form::ValueSpec& spec) {
  Units out;
  for (const std::string& title : form::label_forms(spec)) out.merge(units_in(title));
  for (const form::Group* group : groups_of(form, spec)) {
    for (const std::string* title : {&group->title.text.kk, &group->title.text.ru, &group->title.text.en})
      out.merge(units_in(*title));
  }
  return out;
}

Units wanted_units(const form::FormDefinition& form, const form::ValueSpec& spec) {
  const LocalText& title = spec.title.text;
  Units out = units_in_all({title.kk, title.ru, title.en});
  for (const form::Group* group : groups_of(form, spec)) {
    const LocalText& text = group->title.text;
    out.merge(units_in_all({text.kk, text.ru, text.en}));
  }
  return out;
}

}  // namespace esep::report
