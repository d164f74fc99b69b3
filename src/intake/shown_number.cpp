// SPDX-License-Identifier: MIT
#include "intake/shown_number.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"
#include "report/read/taken_words.h"
#include "report/read/units.h"

namespace esep::intake {

using report::Look;

namespace {

bool is_minus(char32_t c) { return c == U'-' || c == 0x2212 || c == 0x2013 || c == U'('; }

// A digit of its own, but for those of units («м2»): «х1000» multiplies, with a letter for the sign, and a unit has no
// power of two digits.
bool has_free_digit(std::string_view literal) {
  if (!report::multipliers_in(literal).empty()) return true;
  for (size_t i = 0; i < literal.size(); ++i) {
    const auto before = i > 0 ? static_cast<unsigned char>(literal[i - 1]) : ' ';
    const bool behind_letter = before >= 0x80 || std::isalpha(before) != 0;
    const bool again = i > 0 && is_digit(literal[i - 1]);
    if (is_digit(literal[i]) && (!behind_letter || again)) return true;
  }
  return false;
}

// What may stand between the digits of one number.
bool only_parts_digits(std::string_view literal) {
  for (size_t pos = 0; pos < literal.size();) {
    const char32_t c = next_code_point(literal, pos);
    if (c != U' ' && c != 0xA0 && c != 0x202F && c != 0x2009 && c != U'\'' && c != 0x2019) return false;
  }
  return true;
}

bool has_minus(std::string_view literal) {
  for (size_t pos = 0; pos < literal.size();) {
    if (is_minus(next_code_point(literal, pos))) return true;
  }
  return false;
}

// «не менее», «≈», «+» behind the number: then it is another statement. A plus before the number is its sign.
bool says_bound(std::string_view literal, bool before) {
  for (size_t pos = 0; pos < literal.size();) {
    const char32_t c = next_code_point(literal, pos);
    if (report::kBoundSigns.find(c) != std::u32string_view::npos && !(before && c == U'+')) return true;
  }
  const auto words = words_of(fold_case(literal));
  const auto holds = [](const auto& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    const auto begins = [&](std::string_view stem) { return word.starts_with(stem); };
    return holds(report::kBoundWords, word) || (before && holds(report::kBoundBefore, word)) ||
           std::any_of(report::kBoundStems.begin(), report::kBoundStems.end(), begins);
  });
}

size_t count(const FormatSection& section, PartKind kind) {
  return static_cast<size_t>(std::count_if(section.parts.begin(), section.parts.end(),
                                           [&](const FormatPart& part) { return part.kind == kind; }));
}

// Places among the parts: of the first and the last digit before the decimal point, and of what ends them.
struct Places {
  size_t first = 0, last = 0, end = 0;
  bool any = false;
};

Places whole_places(const FormatSection& section) {
  Places out;
  const auto& parts = section.parts;
  for (out.end = 0; out.end < parts.size() && parts[out.end].kind != PartKind::point; ++out.end) {
    if (parts[out.end].kind != PartKind::digit) continue;
    if (!out.any) out.first = out.end;
    out.any = true;
    out.last = out.end;
  }
  return out;
}

void judge_words(NumberSection& out) {
  const auto& parts = out.code.parts;
  size_t first = parts.size(), last = 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].kind != PartKind::digit && parts[i].kind != PartKind::general) continue;
    first = std::min(first, i);
    last = i;
  }
  for (size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].kind != PartKind::literal) continue;
    const std::string& text = parts[i].text;
    if (has_changing_word(text) || has_free_digit(text) || says_bound(text, i < first)) out.odd_words = true;
    if (i < first && has_minus(text)) out.minus = true;
    const bool inside = i > first && i < last && out.kind == NumberSection::Kind::number;
    if (inside && !only_parts_digits(text)) out.odd_words = true;
  }
}

std::string grouped(std::string digits) {
  for (size_t i = digits.size(); i > 3;) {
    i -= 3;
    digits.insert(i, " ");
  }
  return digits;
}

// The digits before the point, put into their places from right to left. Those that are too many stand in the first.
std::vector<std::string> placed_digits(const NumberSection& section, const Places& places, std::string whole) {
  const auto& parts = section.code.parts;
  std::vector<std::string> out(parts.size());
  const size_t count_of_group = count(section.code, PartKind::group);
  for (size_t i = places.end; i-- > 0;) {
    if (parts[i].kind != PartKind::digit) continue;
    if (i == places.first) {
      const std::string& none = parts[i].text;
      out[i] = whole.empty() && none == "0" ? "0" : count_of_group > 0 ? grouped(whole) : whole;
    } else if (count_of_group > 0) {
      if (whole.empty() && parts[i].text == "0") whole = "0";  // all stand at the first place
    } else if (!whole.empty()) {
      out[i] = whole.back();
      whole.pop_back();
    } else if (parts[i].text == "0") {
      out[i] = "0";
    }
  }
  return out;
}

std::string shown_fraction(const NumberSection& section, const Places& places, std::string fraction) {
  const auto& parts = section.code.parts;
  size_t wanted = 0, position = 0;
  for (size_t i = places.end; i < parts.size(); ++i) {
    if (parts[i].kind != PartKind::digit) continue;
    ++position;
    if (parts[i].text == "0") wanted = position;
  }
  if (fraction.size() < wanted) fraction.append(wanted - fraction.size(), '0');
  return fraction;
}

std::string put_together(const NumberSection& section, const PlainNumber& rounded) {
  const auto& parts = section.code.parts;
  const Places places = whole_places(section.code);
  const auto digits = placed_digits(section, places, rounded.whole);
  std::string out;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].kind == PartKind::literal || parts[i].kind == PartKind::percent || parts[i].kind == PartKind::slash)
      out += parts[i].text;
    if (i < places.end) out += digits[i];
    if (i != places.end) continue;
    if (!places.any) out += rounded.whole;
    const std::string fraction = shown_fraction(section, places, rounded.fraction);
    if (!fraction.empty()) out += "," + fraction;
  }
  return out;
}

std::string plain(const PlainNumber& value) {
  std::string out = value.whole.empty() ? "0" : value.whole;
  if (!value.fraction.empty()) out += "," + value.fraction;
  return out;
}

// With the words of the section around it.
std::string among_words(const NumberSection& section, const std::string& number) {
  std::string out;
  bool done = false;
  for (const FormatPart& part : section.code.parts) {
    if (part.kind == PartKind::literal || part.kind == PartKind::percent) {
      out += part.text;
    } else if (!done) {
      out += number;
      done = true;
    }
  }
  return done ? out : out + number;
}

Shown shown_words(const NumberSection& section, const PlainNumber& value) {
  std::string text;
  for (const FormatPart& part : section.code.parts) text += part.text;
  text = trim(text);
  if (!value.is_zero()) return {Look::other, std::move(text)};
  if (text.empty()) return {Look::part, ""};
  const std::string folded = fold_case(text);
  const bool none = std::find(report::kNone.begin(), report::kNone.end(), folded) != report::kNone.end();
  return {none || words_of(text).empty() ? Look::same : Look::other, std::move(text)};
}

Shown shown_scientific(const NumberSection& section, const PlainNumber& value) {
  std::string digits = value.whole + value.fraction;
  int power = static_cast<int>(value.whole.size()) - 1;
  const size_t lead = std::min(digits.find_first_not_of('0'), digits.size());
  if (value.whole.empty()) power = -static_cast<int>(lead) - 1;
  digits.erase(0, lead);
  PlainNumber mantissa{false, digits.substr(0, 1), digits.substr(std::min<size_t>(1, digits.size()))};
  while (!mantissa.fraction.empty() && mantissa.fraction.back() == '0') mantissa.fraction.pop_back();
  const bool exact = mantissa.fraction.size() <= section.places;
  PlainNumber rounded = mantissa.rounded(section.places);
  if (rounded.whole.size() > 1) {
    rounded = rounded.shifted(-1);
    ++power;
  }
  const std::string sign = value.negative ? "-" : "";
  const std::string exponent = (power < 0 ? "E-" : "E+") + std::to_string(power < 0 ? -power : power);
  return {exact ? Look::same : Look::part, sign + plain(rounded) + exponent};
}

// The nearest fraction with a denominator of at most three digits.
Shown shown_as_fraction(const NumberSection& section, const PlainNumber& value) {
  constexpr int64_t kOne = 1'000'000'000;
  const PlainNumber rest = PlainNumber{false, "", value.fraction}.rounded(9);
  std::string digits = rest.fraction;
  digits.append(9 - std::min<size_t>(digits.size(), 9), '0');
  const int64_t part = rest.whole.empty() ? std::stoll(digits) : kOne;
  int64_t most = 1;
  for (size_t i = 0; i < std::min<size_t>(section.places, 3); ++i) most *= 10;
  int64_t over = 0, under = 1, error = part;
  for (int64_t q = 1; q < std::max<int64_t>(most, 2); ++q) {
    const int64_t p = (part * q + kOne / 2) / kOne;
    const int64_t off = std::abs(p * kOne - part * q) / q;
    if (off >= error && q > 1) continue;
    over = p;
    under = q;
    error = off;
  }
  const bool exact = value.fraction.size() <= 9 && over * kOne == part * under;
  std::string text = value.negative ? "-" : "";
  if (!value.whole.empty() || over == 0) text += value.whole.empty() ? "0" : value.whole;
  if (over > 0) text += (value.whole.empty() ? "" : " ") + std::to_string(over) + "/" + std::to_string(under);
  return {exact ? Look::same : Look::part, std::move(text)};
}

Shown shown_plain(const NumberSection& section, const PlainNumber& value) {
  const PlainNumber scaled = value.shifted(2 * section.percents - 3 * section.thousands);
  const PlainNumber rounded = scaled.rounded(section.places);
  Shown out;
  out.text = put_together(section, rounded);
  if (rounded != scaled || (value.is_zero() && section.blank_zero)) out.look = Look::part;
  if (section.thousands > 0 && !value.is_zero()) out.look = Look::other;
  return out;
}

}  // namespace

bool has_changing_word(std::string_view literal) {
  const auto holds = [](const auto& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  const auto words = words_of(fold_case(literal));
  const auto units = report::units_in(literal);
  return std::any_of(
             words.begin(), words.end(),
             [&](const auto& word) { return holds(report::kScaleWords, word) || holds(report::kNone, word); }) ||
         std::any_of(units.begin(), units.end(), [](const auto& unit) { return unit.starts_with("10"); });
}

NumberSection number_section(const FormatSection& section) {
  using Kind = NumberSection::Kind;
  NumberSection out;
  out.code = section;
  const bool digits = section.has(PartKind::digit);
  out.kind = section.has(PartKind::date) || section.of_system                ? Kind::date
             : section.has(PartKind::general) || section.has(PartKind::text) ? Kind::general
             : section.has(PartKind::exponent)                               ? Kind::scientific
             : digits && section.has(PartKind::slash)                        ? Kind::fraction
             : digits                                                        ? Kind::number
                                                                             : Kind::words;
  out.thousands = static_cast<int>(count(section, PartKind::thousand));
  out.percents = static_cast<int>(count(section, PartKind::percent));
  const Places whole = whole_places(section);
  bool zero = false;
  for (size_t i = 0; i < section.parts.size(); ++i) {
    const FormatPart& part = section.parts[i];
    if (out.kind == Kind::fraction ? part.kind == PartKind::slash : i == whole.end) out.places = 0;
    if (part.kind == PartKind::exponent) break;
    if (part.kind != PartKind::digit) continue;
    zero = zero || part.text == "0";
    if (i < whole.end && (out.least > 0 || part.text == "0")) ++out.least;
    if (i > whole.end || out.kind == Kind::fraction) ++out.places;
  }
  out.percent_sign = std::any_of(section.parts.begin(), section.parts.end(), [](const FormatPart& part) {
    return part.kind == PartKind::percent ||
           (part.kind == PartKind::literal && part.text.find('%') != std::string::npos);
  });
  out.tenge = std::any_of(section.parts.begin(), section.parts.end(), [](const FormatPart& part) {
    return part.kind == PartKind::literal && report::names_tenge(part.text);
  });
  out.blank_zero = out.kind == Kind::number && !zero;
  judge_words(out);
  return out;
}

Shown shown_number(const NumberSection& section, const PlainNumber& value, bool only_negative) {
  using Kind = NumberSection::Kind;
  if (section.kind == Kind::words) return shown_words(section, value);
  Shown out;
  if (section.kind == Kind::number) {
    out = shown_plain(section, value);
  } else if (section.kind == Kind::scientific) {
    out = shown_scientific(section, value);
  } else if (section.kind == Kind::fraction) {
    out = shown_as_fraction(section, value);
  } else {
    out.text = among_words(section, plain(value));
  }
  const bool own_sign = section.kind == Kind::scientific || section.kind == Kind::fraction;
  const bool minus = value.negative && !only_negative;
  if (minus && !own_sign) out.text.insert(0, "-");
  const bool shows_negative = minus != section.minus;
  if (section.odd_words || (!value.is_zero() && shows_negative != value.negative)) out.look = Look::other;
  if (value.is_zero() && section.blank_zero && words_of(out.text).empty() && has_minus(out.text)) out.look = Look::same;
  out.text = squeeze_spaces(out.text);
  return out;
}

}  // namespace esep::intake
