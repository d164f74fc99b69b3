// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "app/core/written_name.h"

namespace esep::app {

/// What a text names, as people write it, compared with one row of a register.
enum class NamedRow {
  same,     // the row: its key, a title in any language, a short name, a spelling variant of one
  former,   // the row, by a name that it had until the register was corrected, and that is no other row's today
  other,    // another row, in the same way
  unknown,  // no row, or several as well
};

/// The rows of a register by the names that people give them. It reads the register once, and its history once if
/// something is none of today's names. Engine and definition must outlive it.
class RowNames {
 public:
  RowNames(Engine& engine, const form::RegisterDefinition& of, const NameWords& words);

  /// Whether `text` names the row `key`. Letter case, spaces, punctuation, letters of the same shape, declension and
  /// words that may be left out are no difference; up to one letter in eight may be mistyped, but no digit and no short
  /// word, and no other row may be as near. A name with an address or a legal form beside it names its row, with
  /// another word it does not. Of several names the longest counts. First letters are a name if they are no other
  /// row's. Names of today come before those of former days.
  [[nodiscard]] NamedRow compare(const std::string& key, std::string_view text) const;
  /// Whether the register once said this text of the row's column, in any writing.
  [[nodiscard]] bool said_before(const std::string& key, const std::string& column, const form::Value& value) const;

  /// The rows that a longer text is of: it is one of their names, or holds it in the nominative or genitive, or their
  /// key if that has letters and digits. Of several names the longest counts; rows of the same name come together.
  enum class By { any_name, title };
  [[nodiscard]] std::vector<std::string> rows_in(std::string_view text, By by) const;
  /// The rows that a longer text is of by a name that they once had; of several names the longest counts.
  [[nodiscard]] std::vector<std::string> former_rows_in(std::string_view text) const;
  /// The rows whose key, or whose number, stands in the text as a word of its own. A key has letters and digits; a
  /// number is a text with digits that no other row has in any of its columns, such as that of an agreement.
  [[nodiscard]] std::vector<std::string> rows_by_key(std::string_view text) const;
  [[nodiscard]] std::vector<std::string> rows_by_number(std::string_view text) const;
  /// What kind of row it is, by the column of that role; empty if there is none.
  [[nodiscard]] std::string kind_of(const std::string& key) const;

 private:
  struct Row {
    std::string key, kind;
    WrittenName written_key;
    std::vector<WrittenName> titles, names;  // `names`: with the titles, without the key
    std::vector<WrittenName> others;         // texts of other columns
    std::vector<std::string> initials;       // of its titles
    std::vector<std::string> numbers;        // texts of other columns with digits that no other row has
  };
  struct Fit;
  // What a text is compared with: the row meant, and all others.
  struct Fits;
  // A text as it is, and without the words of a legal form at both ends.
  struct Writings;
  // Rows as they were.
  struct Former {
    std::vector<report::RegisterRow> values;
    std::vector<Row> rows;
  };

  [[nodiscard]] Row row_of(const report::RegisterRow& row) const;
  [[nodiscard]] Fits fits_of(const std::vector<Row>& rows, const std::string& key, std::string_view text) const;
  [[nodiscard]] const Former& former() const;
  [[nodiscard]] Fit fit_of(const Row& row, const WrittenName& shown, const std::string& initials) const;
  [[nodiscard]] size_t longest_in(const std::vector<WrittenName>& names, const Writings& shown) const;
  template <typename Length>
  static std::vector<std::string> keys_of_longest(const std::vector<Row>& rows, const Length& length_of);
  void keep_own_numbers();
  [[nodiscard]] const Row* find(const std::string& key) const;

  Engine& engine_;
  const form::RegisterDefinition& of_;
  const NameWords& words_;
  std::vector<Row> rows_;
  mutable std::optional<Former> former_;
};

/// The names of each register, read on first use. The engine must outlive it.
class NameBook {
 public:
  explicit NameBook(Engine& engine) : engine_(engine), words_(read_name_words(engine)) {}
  NameBook(const NameBook&) = delete;
  NameBook& operator=(const NameBook&) = delete;
  [[nodiscard]] const RowNames& of(const form::RegisterDefinition& definition);
  [[nodiscard]] const NameWords& words() const { return words_; }

 private:
  Engine& engine_;
  NameWords words_;
  std::map<std::string, RowNames> names_;  // by register
};

}  // namespace esep::app
