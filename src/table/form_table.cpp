// SPDX-License-Identifier: MIT
#include "table/form_table.h"

#include <cassert>

#include <fmt/core.h>

#include "table/storage.h"

namespace esep::table {
namespace {

constexpr int kOwnColumns = 4;  // _submission, _row, _record, _first

std::string insert_sql(const FormTable& table) {
  const auto columns = columns_of(table.form());
  std::string marks = "?,?,?,?";
  for (size_t i = 0; i < columns.size(); ++i) marks += ",?";
  return fmt::format("INSERT INTO {}(_submission, _row, _record, _first{}) VALUES({})", quote_identifier(table.name()),
                     column_names(columns), marks);
}

std::string select_sql(const FormTable& table) {
  return fmt::format("SELECT _submission, _row, _record, _first{} FROM {} WHERE _submission = ? ORDER BY _row",
                     column_names(columns_of(table.form())), quote_identifier(table.name()));
}

}  // namespace

std::string quote_identifier(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

FormTable::FormTable(const form::FormDefinition& form)
    : FormTable(form, fmt::format("report.{}.{}", form.id, form.edition)) {}

FormTable::FormTable(const form::FormDefinition& form, std::string name) : form_(&form), name_(std::move(name)) {}

// A table with rowid on purpose: rows are wide, and those of a WITHOUT ROWID table spill to overflow pages.
std::string FormTable::name_and_columns() const {
  return quote_identifier(name_) +
         "(_submission INTEGER NOT NULL, _row INTEGER NOT NULL, _record INTEGER NOT NULL, _first INTEGER "
         "NOT NULL" +
         column_definitions(columns_of(*form_)) + ", PRIMARY KEY(_submission, _row)) STRICT;";
}

std::string FormTable::ddl() const { return "CREATE TABLE " + name_and_columns(); }

void FormTable::create(sqlite::Database& database) const {
  database.execute("CREATE TABLE IF NOT EXISTS " + name_and_columns());
}

RowWriter::RowWriter(sqlite::Database& database, const FormTable& table)
    : table_(&table), insert_(database.prepare(insert_sql(table))) {}

void RowWriter::insert(int64_t submission, const TypedRow& row) {
  assert(row.values.size() == table_->form().columns.size());
  insert_.bind(1, submission).bind(2, row.sheet_row).bind(3, row.record).bind(4, int64_t{row.first ? 1 : 0});
  for (size_t i = 0; i < table_->form().columns.size(); ++i) {
    bind_value(insert_, static_cast<int>(i) + kOwnColumns + 1, row.values.at(i));
  }
  insert_.run();
}

RowReader::RowReader(const sqlite::Database& database, const FormTable& table, int64_t submission)
    : table_(&table), select_(database.prepare(select_sql(table))) {
  select_.bind(1, submission);
}

bool RowReader::next(TypedRow& row) {
  if (!select_.step()) return false;
  const auto& columns = table_->form().columns;
  row.sheet_row = select_.integer(1);
  row.record = select_.integer(2);
  row.first = select_.integer(3) != 0;
  row.values.resize(columns.size());
  for (size_t i = 0; i < columns.size(); ++i) {
    row.values[i] = read_value(select_, static_cast<int>(i) + kOwnColumns, columns[i]);
  }
  return true;
}

}  // namespace esep::table
