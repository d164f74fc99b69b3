// SPDX-License-Identifier: MIT
#include "app/core/same_name.h"

#include <algorithm>

#include "base/text.h"
#include "base/words.h"

namespace esep::app {
namespace {

// A name without what people write differently: case, spaces, punctuation, the shape of letters.
struct Name {
  std::string letters;  // words, separated by spaces
  std::string digits;
  explicit Name(std::string_view text) {
    for (const std::string& word : words_of(fold_look_alikes(text))) {
      letters += (letters.empty() ? "" : " ") + word;
      if (word.front() >= '0' && word.front() <= '9') digits += word + " ";
    }
  }
  bool operator==(const Name& other) const { return letters == other.letters; }
};

bool holds_words(const Name& name, const Name& part) {
  return (" " + name.letters + " ").find(" " + part.letters + " ") != std::string::npos;
}

// All texts by which a row is called: its key, titles, short names (separated by semicolons).
std::vector<Name> names_of(const form::RegisterDefinition& of, const report::RegisterRow& row) {
  std::vector<Name> out{Name(row.key)};
  for (const auto& column : of.columns) {
    const auto at = row.values.find(column.id);
    const auto* text = at == row.values.end() ? nullptr : std::get_if<std::string>(&at->second);
    if (text == nullptr || column.type != form::ColumnType::text) continue;
    for (const std::string& one : split(*text, ';')) {
      Name name(one);
      if (!name.letters.empty()) out.push_back(std::move(name));
    }
  }
  return out;
}

constexpr size_t kShortestName = 12;  // bytes; less names nothing inside another text

class ShownName {
 public:
  explicit ShownName(std::string_view text) : text_(text) {}

  [[nodiscard]] bool is_one_of(const std::vector<Name>& names) const {
    return std::find(names.begin(), names.end(), text_) != names.end();
  }
  /// «Оқу-ағарту министрлігі» of «Қазақстан Республикасының Оқу-ағарту министрлігі».
  [[nodiscard]] bool is_part_of(const std::vector<Name>& names) const {
    return text_.letters.size() >= kShortestName &&
           std::any_of(names.begin(), names.end(), [&](const Name& name) { return holds_words(name, text_); });
  }
  /// The length of the longest name in the text: with an address behind it, «ММ» before it; 0: none.
  [[nodiscard]] size_t holds_one_of(const std::vector<Name>& names) const {
    size_t longest = 0;
    for (const Name& name : names) {
      if (name.letters.size() >= kShortestName && holds_words(text_, name))
        longest = std::max(longest, name.letters.size());
    }
    return longest;
  }
  /// In letters; `npos` if it is not near, or another number.
  [[nodiscard]] size_t distance_to(const std::vector<Name>& names) const {
    constexpr size_t kLettersPerMistake = 8;
    size_t best = std::string::npos;
    for (const Name& name : names) {
      const size_t allowed = name.letters.size() / kLettersPerMistake / 2;  // most letters have two bytes
      const size_t longer = std::max(name.letters.size(), text_.letters.size());
      const size_t shorter = std::min(name.letters.size(), text_.letters.size());
      if (name.digits != text_.digits || longer - shorter > 2 * allowed) continue;
      const size_t distance = edit_distance(text_.letters, name.letters);
      if (distance <= allowed) best = std::min(best, distance);
    }
    return best;
  }

 private:
  Name text_;
};

// How well the text fits a row, and the best of several rows.
struct Fit {
  bool exact = false, part = false;
  size_t held = 0;
  size_t distance = std::string::npos;

  static Fit of(const ShownName& shown, const std::vector<Name>& names) {
    return {shown.is_one_of(names), shown.is_part_of(names), shown.holds_one_of(names), shown.distance_to(names)};
  }
  void add(const Fit& other) {
    exact = exact || other.exact;
    part = part || other.part;
    held = std::max(held, other.held);
    distance = std::min(distance, other.distance);
  }
};

NamedRow better(const Fit& own, const Fit& others) {
  if (own.exact) return NamedRow::same;
  if (others.exact) return NamedRow::other;
  if (own.held != others.held) return own.held > others.held ? NamedRow::same : NamedRow::other;
  if (own.part != others.part) return own.part ? NamedRow::same : NamedRow::other;
  if (own.distance != others.distance) return own.distance < others.distance ? NamedRow::same : NamedRow::other;
  return NamedRow::unknown;
}

}  // namespace

NamedRow names_row(Engine& engine, const form::RegisterDefinition& of, const std::string& key, std::string_view text) {
  const ShownName shown(text);
  const report::RegisterRow* row = engine.row(of.id, key);
  const Fit own = Fit::of(shown, row == nullptr ? std::vector<Name>{Name(key)} : names_of(of, *row));
  if (own.exact) return NamedRow::same;
  Fit others;
  for (const report::RegisterRow& other : engine.rows(of.id)) {
    if (other.key != key) others.add(Fit::of(shown, names_of(of, other)));
  }
  return better(own, others);
}

}  // namespace esep::app
