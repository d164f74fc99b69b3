// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "datafile/toml_tree.h"

/// Strict reading of TOML: every value knows its position, and every table reports keys that were not read. Only
/// parse_toml.cpp uses toml++.
namespace esep::datafile {

/// What a data file may have. The largest that is shipped has a fortieth of it; whatever has more is no data file.
inline constexpr uint64_t kMostTomlBytes = uint64_t{4} << 20;
/// Of the signs that make values and tables: = , [ { and a point.
inline constexpr int kMostTomlSigns = 60'000;
/// Mistakes that are said of one run; the rest is counted by nobody.
inline constexpr size_t kMostMistakes = 500;

struct ParsedFile;  // toml.cpp

/// One parsed value. Cheap to copy (shares the parsed file).
class Node {
 public:
  [[nodiscard]] Kind kind() const;
  [[nodiscard]] Position position() const;
  [[nodiscard]] const std::string& file() const;
  [[nodiscard]] std::optional<std::string> string() const;
  [[nodiscard]] std::optional<int64_t> integer() const;
  [[nodiscard]] std::optional<bool> boolean() const;
  [[nodiscard]] std::optional<std::string> date() const;                           // TOML local date as "2026-11-21"
  [[nodiscard]] std::vector<Node> items() const;                                   // of an array; empty otherwise
  [[nodiscard]] std::vector<std::pair<std::string, Node>> entries() const;         // of a table, in file order
  [[nodiscard]] std::vector<std::string_view> keys() const;                        // the same keys
  [[nodiscard]] std::optional<Node> member(std::string_view key) const;            // of a table
  [[nodiscard]] std::optional<Position> key_position(std::string_view key) const;  // where the key itself stands
  [[nodiscard]] std::string source_line(int line) const;                           // of the file

 private:
  friend class File;
  Node(std::shared_ptr<const ParsedFile> file, size_t at) : file_(std::move(file)), at_(at) {}
  [[nodiscard]] const TomlValue& value() const;
  [[nodiscard]] std::string_view word(const TomlWord& word) const;
  [[nodiscard]] const TomlValue* value_of(std::string_view key) const;  // nullptr: the table has none

  std::shared_ptr<const ParsedFile> file_;
  size_t at_ = 0;  // of the tree's values
};

/// A parsed file. On a syntax error `parse` gives nullopt and adds TOML-SYNTAX, TOML-TOO-DEEP (a line with more than
/// 1000 dots) or TOML-TOO-LARGE to `diagnostics`. The text of a shipped file is not parsed again: the build did.
class File {
 public:
  static std::optional<File> parse(std::string name, std::string text, Diagnostics& diagnostics);
  [[nodiscard]] Node root() const;
  [[nodiscard]] const std::string& text() const;
  [[nodiscard]] const std::string& name() const;

 private:
  std::shared_ptr<const ParsedFile> parsed_;
};

/// Reads one table key by key. All mistakes go to `diagnostics` (file, line, column, the line, "did you mean"). Reading
/// goes on with defaults, so that one run shows all mistakes, but not more than kMostMistakes: then TOML-MORE.
///   TOML-NOT-TABLE, TOML-MISSING-KEY, TOML-WRONG-TYPE, TOML-EMPTY (required text), TOML-UNKNOWN-KEY, TOML-BAD-VALUE,
///   TOML-MISSING-TRANSLATION, TOML-SAME-TRANSLATION (kk equals ru and the table does not say `same = true`).
class TableReader {
 public:
  TableReader(Node table, Diagnostics& diagnostics);

  [[nodiscard]] bool has(std::string_view key) const;
  std::string required_string(std::string_view key);
  std::string string_or(std::string_view key, std::string fallback);
  std::optional<std::string> optional_string(std::string_view key);
  int64_t required_integer(std::string_view key);
  int64_t integer_or(std::string_view key, int64_t fallback);
  std::optional<int64_t> optional_integer(std::string_view key);
  bool boolean_or(std::string_view key, bool fallback);
  std::optional<std::string> optional_date(std::string_view key);  // TOML date or string, "2026-11-21"
  std::vector<std::string> strings(std::string_view key);          // array of strings; absent → empty
  /// `{ kk = "…", ru = "…", en = "…" }`; en may be missing.
  LocalText required_text(std::string_view key);
  LocalText text_or_empty(std::string_view key);
  /// One word of `choices`; else TOML-BAD-VALUE with a suggestion and `choices.front()`.
  std::string one_of(std::string_view key, const std::vector<std::string>& choices, std::string_view fallback = {});
  std::optional<Node> optional_node(std::string_view key);
  std::optional<TableReader> optional_table(std::string_view key);
  std::vector<TableReader> tables(std::string_view key);  // array of tables; absent → empty

  [[nodiscard]] Node node() const { return table_; }
  /// Reports a problem of this table's `key`, or of the table itself if the key is empty.
  void report(std::string_view key, std::string code, Message message, std::string did_you_mean = {},
              Severity severity = Severity::error);
  /// Call after all keys were read: every other key is TOML-UNKNOWN-KEY.
  void finish();

 private:
  void missing(std::string_view key);
  void wrong_type(std::string_view key, std::string wanted);

  Node table_;
  Diagnostics* diagnostics_;
  std::vector<std::string> asked_;
};

}  // namespace esep::datafile
