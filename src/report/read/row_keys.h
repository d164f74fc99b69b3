// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "report/read/bind.h"

namespace esep::report {

/// The rows that a report must have, from its form's source: one value per column, blank if the source gives none.
/// Texts may be in either language of papers.
struct ExpectedRows {
  std::vector<std::vector<form::Value>> kk;
  std::vector<std::vector<form::Value>> ru;
};

/// Finds the rows of a source by the form's key, whose texts may be in either language of papers. `form` and `expected`
/// must outlive it.
class ExpectedKeys {
 public:
  ExpectedKeys(const form::FormDefinition& form, const ExpectedRows& expected);

  /// The place among the Kazakh rows; nullopt: the source gives no such row.
  [[nodiscard]] std::optional<size_t> find(const std::vector<form::Value>& values) const;
  /// Whether either language has a row with this key.
  [[nodiscard]] bool has(const std::vector<form::Value>& values) const;
  /// That row in Russian; nullptr: only its Kazakh texts are known.
  [[nodiscard]] const std::vector<form::Value>* russian(size_t row) const { return ru_[row]; }

 private:
  std::vector<size_t> columns_;
  std::map<std::string, size_t> places_;  // by key in either language; those of the Kazakh rows come first
  std::vector<const std::vector<form::Value>*> ru_;
};

/// What names a row, as people read it: the titles of choices, not their ids.
[[nodiscard]] LocalText shown_key(const form::FormDefinition& form, const std::vector<form::Value>& values);

/// Compares the rows of a report with each other and with those expected, by the form's key columns: ROW-TWICE,
/// ROW-FOREIGN, ROW-ABSENT, CELL-PREFILLED. For forms without a key it does nothing.
class RowKeys {
 public:
  /// If `expected` is null, rows are compared only with each other.
  RowKeys(const form::FormDefinition& form, const ExpectedRows* expected);

  /// The row with an expected key if that has a dot too many: «2.» for «2»; nullopt: it has none.
  [[nodiscard]] std::optional<table::TypedRow> without_dots(const table::TypedRow& row) const;
  void take(const table::TypedRow& row);
  /// All findings, at the cells of the report.
  void report(const ReceivedFile& file, const Layout& layout, const Head& head) const;

 private:
  struct Problem {
    int64_t row = 0;  // 0: the whole table
    int column = -1;
    Message message;
  };

  [[nodiscard]] std::string key_of(const std::vector<form::Value>& values) const;
  [[nodiscard]] bool is_unnamed(const std::vector<form::Value>& values) const;
  void compare(const table::TypedRow& row, size_t expected);
  void add(int64_t row, int column, const char* code, Message::Args args);

  const form::FormDefinition& form_;
  const ExpectedRows* expected_;
  std::vector<size_t> key_columns_;
  std::optional<ExpectedKeys> wanted_;   // absent: rows are compared only with each other
  std::map<std::string, int64_t> seen_;  // key → row of the sheet
  std::vector<Problem> problems_;
};

}  // namespace esep::report
