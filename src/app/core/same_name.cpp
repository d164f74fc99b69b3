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

class Comparison {
 public:
  explicit Comparison(std::string_view text) : text_(text) {}

  [[nodiscard]] bool is_one_of(const std::vector<Name>& names) const {
    return std::find(names.begin(), names.end(), text_) != names.end();
  }
  /// «Оқу-ағарту министрлігі» of «Қазақстан Республикасының Оқу-ағарту министрлігі».
  [[nodiscard]] bool is_part_of(const std::vector<Name>& names) const {
    constexpr size_t kShortest = 12;  // bytes; less names nothing
    return text_.letters.size() >= kShortest &&
           std::any_of(names.begin(), names.end(), [&](const Name& name) { return holds_words(name, text_); });
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

}  // namespace

NamedRow names_row(Engine& engine, const form::RegisterDefinition& of, const std::string& key, std::string_view text) {
  const Comparison shown(text);
  const report::RegisterRow* own = engine.row(of.id, key);
  const std::vector<Name> own_names = own == nullptr ? std::vector<Name>{Name(key)} : names_of(of, *own);
  if (shown.is_one_of(own_names)) return NamedRow::same;
  const size_t distance = shown.distance_to(own_names);
  bool part = shown.is_part_of(own_names);
  bool near = distance != std::string::npos;
  for (const report::RegisterRow& row : engine.rows(of.id)) {
    if (row.key == key) continue;
    const std::vector<Name> names = names_of(of, row);
    if (shown.is_one_of(names)) return NamedRow::other;
    if (part && shown.is_part_of(names)) part = false;
    if (near && shown.distance_to(names) <= distance) near = false;
  }
  return part || near ? NamedRow::same : NamedRow::unknown;
}

}  // namespace esep::app
