// SPDX-License-Identifier: MIT
#include "app/core/row_names.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "base/replace_all.h"
#include "base/text.h"
#include "base/words.h"

namespace esep::app {
namespace {

// As keys are looked for in a text: «G–001» is typed for «G-001».
std::string key_letters(std::string_view text) {
  std::string out = fold_look_alikes(text);
  for (const char* dash : {"–", "—", "‑", "−", "‐"}) out = replace_all(std::move(out), dash, "-");
  return out;
}

// Whether the text, in key letters, holds the key, of digits and other signs, as a word of its own: «грант G-001», not
// «G-001-2».
bool holds_key(std::string_view whole, std::string_view key) {
  constexpr size_t kShortest = 4;
  const bool digits = std::any_of(key.begin(), key.end(), is_digit);
  const bool others = std::any_of(key.begin(), key.end(), [](char c) { return c < '0' || c > '9'; });
  if (!digits || !others || key.size() < kShortest) return false;
  const auto goes_on = [&](size_t at) {
    if (at >= whole.size()) return false;
    const auto c = static_cast<unsigned char>(whole[at]);
    return std::isalnum(c) != 0 || c >= 0x80 || c == '-' || c == '/' || c == '_';
  };
  const std::string wanted = key_letters(key);
  for (size_t at = whole.find(wanted); at != std::string_view::npos; at = whole.find(wanted, at + 1)) {
    const bool begins = at == 0 || !goes_on(at - 1) || whole.substr(0, at).ends_with("«");
    const size_t end = at + wanted.size();
    if (begins && (!goes_on(end) || whole.substr(end).starts_with("»"))) return true;
  }
  return false;
}

// A text of one word with digits: «KZ-2025/017-G», not «Қаулы, 12-тармақ».
bool is_written_number(std::string_view text) {
  constexpr size_t kShortest = 5;
  const std::string whole = trim(text);
  return whole.size() >= kShortest && whole.find_first_of(" \t\n,;") == std::string::npos &&
         std::any_of(whole.begin(), whole.end(), is_digit);
}

// «Ы. Алтынсарин атындағы Ұлттық білім академиясы» of «„…“ шаруашылық жүргізу құқығындағы кәсіпорны».
std::string quoted_part(std::string_view text) {
  constexpr std::string_view kOpen = "«", kClose = "»";
  const size_t open = text.find(kOpen);
  const size_t close = text.rfind(kClose);
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return "";
  return std::string(text.substr(open + kOpen.size(), close - open - kOpen.size()));
}

// Without the words of a legal form at both ends: «Аппарат Министерства …», «грант G-001».
WrittenName without_company(std::string_view text, const NameWords& known) {
  const std::string folded = fold_look_alikes(text);
  const std::vector<PlacedWord> words = placed_words(folded);
  size_t from = 0, to = words.size();
  while (from < to && known.accompany.contains(words[from].word)) ++from;
  while (to > from && known.accompany.contains(words[to - 1].word)) --to;
  if (from == to) return WrittenName(text, known);
  return WrittenName(std::string_view(folded).substr(words[from].begin, words[to - 1].end - words[from].begin), known);
}

bool is_short(const WrittenName::Word& word) { return word.letters.size() <= 2; }

// A number, a short word or one word more is no mistyped letter: «Жүйе II», «А жүйесі».
bool may_be_mistyped(const WrittenName& name, const WrittenName& shown) {
  if (name.digits() != shown.digits()) return false;
  const auto& left = name.words();
  const auto& right = shown.words();
  if (left.size() != right.size()) {
    const auto joined = [](std::string text) {
      std::erase(text, ' ');
      return text;
    };
    return joined(name.letters()) == joined(shown.letters());
  }
  return std::equal(left.begin(), left.end(), right.begin(), [](const auto& a, const auto& b) {
    return (!is_short(a) && !is_short(b)) || a.letters == b.letters;
  });
}

// In letters; `npos` if it is not near, or another number.
size_t distance_of(const WrittenName& name, const WrittenName& shown) {
  constexpr size_t kLettersPerMistake = 8;
  const size_t allowed = name.length() / kLettersPerMistake;
  const size_t longer = std::max(name.length(), shown.length());
  const size_t shorter = std::min(name.length(), shown.length());
  if (longer - shorter > 2 * allowed || !may_be_mistyped(name, shown)) return std::string::npos;
  const size_t distance = edit_distance(shown.letters(), name.letters());
  return distance <= allowed ? distance : std::string::npos;
}

}  // namespace

// How well a text fits a row, and the best of several rows.
struct RowNames::Fit {
  bool exact = false, declined = false, initial = false;
  size_t held = 0;
  size_t distance = std::string::npos;

  void add(const Fit& other) {
    exact = exact || other.exact;
    declined = declined || other.declined;
    initial = initial || other.initial;
    held = std::max(held, other.held);
    distance = std::min(distance, other.distance);
  }
  [[nodiscard]] NamedRow against(const Fit& others) const {
    if (exact) return NamedRow::same;
    if (others.exact) return NamedRow::other;
    if (declined != others.declined) return declined ? NamedRow::same : NamedRow::other;
    if (held != others.held) return held > others.held ? NamedRow::same : NamedRow::other;
    if (initial != others.initial) return initial ? NamedRow::same : NamedRow::other;
    if (distance != others.distance) return distance < others.distance ? NamedRow::same : NamedRow::other;
    return NamedRow::unknown;
  }
};

struct RowNames::Fits {
  Fit own, others;
};

// A row may have a name that begins or ends in words of a legal form.
struct RowNames::Writings {
  WrittenName whole, bare;
};

// The keys, each once, of the rows with the greatest length; of length 0 none.
template <typename Length>
std::vector<std::string> RowNames::keys_of_longest(const std::vector<Row>& rows, const Length& length_of) {
  std::vector<std::string> out;
  size_t longest = 0;
  for (const Row& row : rows) {
    const size_t length = length_of(row);
    if (length == 0 || length < longest) continue;
    if (length > longest) out.clear();
    longest = length;
    if (std::find(out.begin(), out.end(), row.key) == out.end()) out.push_back(row.key);
  }
  return out;
}

RowNames::RowNames(Engine& engine, const form::RegisterDefinition& of, const NameWords& words)
    : engine_(engine), of_(of), words_(words) {
  for (const report::RegisterRow& row : engine.rows(of.id)) rows_.push_back(row_of(row));
  keep_own_numbers();
}

void RowNames::keep_own_numbers() {
  std::map<std::string, std::set<std::string>> holders;
  for (const Row& row : rows_) {
    for (const std::string& number : row.numbers) holders[fold_look_alikes(number)].insert(row.key);
  }
  for (Row& row : rows_)
    std::erase_if(row.numbers, [&](const std::string& one) { return holders[fold_look_alikes(one)].size() > 1; });
}

RowNames::Row RowNames::row_of(const report::RegisterRow& row) const {
  Row out{row.key, report::row_text(of_, row, form::RegisterRole::kind), WrittenName(row.key, words_), {}, {}, {}, {},
          {}};
  for (const auto& column : of_.columns) {
    const auto at = row.values.find(column.id);
    const auto* text = at == row.values.end() ? nullptr : std::get_if<std::string>(&at->second);
    const bool is_own = column.role == form::RegisterRole::none || column.role == form::RegisterRole::title;
    if (text == nullptr || column.type != form::ColumnType::text || !is_own) continue;
    const bool is_title = column.role == form::RegisterRole::title;
    const bool is_name = is_title || words_.is_of_name(column.id);
    if (!is_name && is_written_number(*text)) out.numbers.push_back(trim(*text));
    for (const std::string& one : split(*text, ';')) {
      WrittenName name(one, words_);
      if (name.letters().empty()) continue;
      if (is_title) {
        if (std::string initials = name.initials(words_); !initials.empty())
          out.initials.push_back(std::move(initials));
        WrittenName quoted(quoted_part(one), words_);
        if (quoted.words().size() > 1) out.names.push_back(std::move(quoted));
        out.titles.push_back(name);
      }
      (is_name ? out.names : out.others).push_back(std::move(name));
    }
  }
  return out;
}

const RowNames::Row* RowNames::find(const std::string& key) const {
  const auto at = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.key == key; });
  return at == rows_.end() ? nullptr : &*at;
}

RowNames::Fit RowNames::fit_of(const Row& row, const WrittenName& shown, const std::string& initials) const {
  Fit out;
  const auto is_shown = [&](const WrittenName& name) { return name.letters() == shown.letters(); };
  out.exact = is_shown(row.written_key) || std::any_of(row.names.begin(), row.names.end(), is_shown) ||
              std::any_of(row.others.begin(), row.others.end(), is_shown);
  out.initial = std::find(row.initials.begin(), row.initials.end(), initials) != row.initials.end();
  for (const WrittenName& name : row.names) {
    out.declined = out.declined || declension_of(shown, name) != Declension::none;
    const NamePlace place = place_of(name, shown, words_);
    if (place == NamePlace::apart || place == NamePlace::spoken_to) out.held = std::max(out.held, name.length());
    out.distance = std::min(out.distance, distance_of(name, shown));
  }
  return out;
}

RowNames::Fits RowNames::fits_of(const std::vector<Row>& rows, const std::string& key, std::string_view text) const {
  const WrittenName whole(text, words_);
  const WrittenName shown = without_company(text, words_);
  const std::string initials = shown.words().size() == 1 ? shown.letters() : "";
  Fits out;
  for (const Row& row : rows) {
    Fit fit = fit_of(row, shown, initials);
    fit.add(fit_of(row, whole, initials));
    (row.key == key ? out.own : out.others).add(fit);
  }
  return out;
}

NamedRow RowNames::compare(const std::string& key, std::string_view text) const {
  const WrittenName whole(text, words_);
  const Row* own_row = find(key);
  if (own_row == nullptr) {
    if (whole.letters() == WrittenName(key, words_).letters()) return NamedRow::same;
  } else if (fit_of(*own_row, whole, "").exact) {
    return NamedRow::same;
  }
  const std::string folded = key_letters(text);
  const bool key_of_other = std::any_of(rows_.begin(), rows_.end(),
                                        [&](const Row& row) { return row.key != key && holds_key(folded, row.key); });
  if (key_of_other) return NamedRow::other;
  Fits today = fits_of(rows_, key, text);
  const NamedRow out = today.own.against(today.others);
  if (out == NamedRow::same || today.others.exact) return out;
  const Fits before = fits_of(former().rows, key, text);
  today.own.add(before.own);
  today.others.add(before.others);
  if (before.own.against(today.others) == NamedRow::same) return NamedRow::former;
  return out == NamedRow::unknown && before.others.against(today.own) == NamedRow::same ? NamedRow::other : out;
}

const RowNames::Former& RowNames::former() const {
  if (former_) return *former_;
  former_.emplace();
  if (!engine_.has_workspace()) return *former_;
  former_->values = engine_.registry().former_rows(of_);
  for (const report::RegisterRow& row : former_->values) {
    Row names = row_of(row);
    names.others.clear();  // a donor or a currency names no row of former days
    former_->rows.push_back(std::move(names));
  }
  return *former_;
}

bool RowNames::said_before(const std::string& key, const std::string& column, const form::Value& value) const {
  const auto written = [](const form::Value& one) { return words_of(fold_look_alikes(form::canonical_text(one))); };
  const auto& rows = former().values;
  return std::any_of(rows.begin(), rows.end(), [&](const report::RegisterRow& row) {
    const auto at = row.values.find(column);
    return row.key == key && at != row.values.end() && written(at->second) == written(value);
  });
}

std::vector<std::string> RowNames::former_rows_in(std::string_view text) const {
  const Writings shown{WrittenName(text, words_), without_company(text, words_)};
  return keys_of_longest(former().rows, [&](const Row& row) { return longest_in(row.names, shown); });
}

// In letters, of the names that the text holds; 0: it holds none.
size_t RowNames::longest_in(const std::vector<WrittenName>& names, const Writings& shown) const {
  const auto holds = [&](const WrittenName& written, const WrittenName& name) {
    const Declension form = declension_of(written, name);
    return form == Declension::nominative || form == Declension::genitive ||
           place_of(name, written, words_) >= NamePlace::within;
  };
  size_t longest = 0;
  for (const WrittenName& name : names) {
    if (holds(shown.bare, name) || holds(shown.whole, name)) longest = std::max(longest, name.length());
  }
  return longest;
}

std::vector<std::string> RowNames::rows_in(std::string_view text, By by) const {
  const Writings shown{WrittenName(text, words_), without_company(text, words_)};
  const std::string folded = key_letters(text);
  return keys_of_longest(rows_, [&](const Row& row) {
    const bool has_key =
        holds_key(folded, row.key) || (by == By::any_name && row.written_key.letters() == shown.bare.letters());
    return std::max(has_key ? row.key.size() : 0, longest_in(by == By::title ? row.titles : row.names, shown));
  });
}

std::vector<std::string> RowNames::rows_by_key(std::string_view text) const {
  const std::string folded = key_letters(text);
  std::vector<std::string> out;
  for (const Row& row : rows_) {
    if (holds_key(folded, row.key)) out.push_back(row.key);
  }
  return out;
}

std::vector<std::string> RowNames::rows_by_number(std::string_view text) const {
  const std::string folded = key_letters(text);
  std::vector<std::string> out;
  for (const Row& row : rows_) {
    if (std::any_of(row.numbers.begin(), row.numbers.end(), [&](const auto& one) { return holds_key(folded, one); }))
      out.push_back(row.key);
  }
  return out;
}

std::string RowNames::kind_of(const std::string& key) const {
  const Row* row = find(key);
  return row == nullptr ? "" : row->kind;
}

const RowNames& NameBook::of(const form::RegisterDefinition& definition) {
  const auto at = names_.find(definition.id);
  return at != names_.end() ? at->second
                            : names_.emplace(definition.id, RowNames(engine_, definition, words_)).first->second;
}

}  // namespace esep::app
