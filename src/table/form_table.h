// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "form/form_definition.h"
#include "sqlite/database.h"

/// A form's typed table on any database. Physical columns are the form's column ids, quoted; decimals are INTEGER
/// ten-thousandths (base/decimal.h), dates TEXT ISO, yes_no 0/1.
namespace esep::table {

/// One sheet row of a report. In grouped forms every row of a record has the head values of its first row.
struct TypedRow {
  int64_t sheet_row = 0;            // as Excel shows it
  int64_t record = 0;               // 1-based record number; equals the row's ordinal for ungrouped forms
  bool first = true;                // first row of its record
  std::vector<form::Value> values;  // one per column of the form
  /// Columns whose cell says that there is nothing: the word that stands there («нет»), empty for a dash.
  std::vector<std::pair<size_t, std::string>> nothing = {};
};

class FormTable {
 public:
  explicit FormTable(const form::FormDefinition& form);
  /// The same columns under another table name.
  FormTable(const form::FormDefinition& form, std::string name);

  /// "report.<form>.<edition>", to be quoted.
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const form::FormDefinition& form() const { return *form_; }
  /// CREATE TABLE … STRICT with _submission, _row, _record, _first and the form's columns; primary key _submission,
  /// _row.
  [[nodiscard]] std::string ddl() const;
  /// Where it does not exist yet.
  void create(sqlite::Database& database) const;

 private:
  [[nodiscard]] std::string name_and_columns() const;

  const form::FormDefinition* form_;
  std::string name_;
};

/// Inserts rows with one prepared statement. Opens no transaction: without one, each row is a transaction.
class RowWriter {
 public:
  RowWriter(sqlite::Database& database, const FormTable& table);
  void insert(int64_t submission, const TypedRow& row);

 private:
  const FormTable* table_;
  sqlite::Statement insert_;
};

/// Rows of one submission in sheet order.
class RowReader {
 public:
  RowReader(const sqlite::Database& database, const FormTable& table, int64_t submission);
  bool next(TypedRow& row);

 private:
  const FormTable* table_;
  sqlite::Statement select_;
};

/// `"a""b"`: an identifier safe in SQL.
[[nodiscard]] std::string quote_identifier(std::string_view name);

}  // namespace esep::table
