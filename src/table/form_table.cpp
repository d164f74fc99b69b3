// SPDX-License-Identifier: MIT
#include "table/form_table.h"

namespace esep::table {
namespace {

using form::ColumnType;
using form::Value;

constexpr int kOwnColumns = 4;  // _submission, _row, _record, _first

bool is_stored_as_integer(const form::Column& column) {
  if (column.multiple || !column.pattern.empty()) return false;
  return form::is_numeric_type(column.type) || column.type == ColumnType::yes_no;
}

void bind_value(sqlite::Statement& statement, int index, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    statement.bind(index, *text);
  } else if (const auto* number = std::get_if<int64_t>(&value)) {
    statement.bind(index, *number);
  } else if (const auto* decimal = std::get_if<Decimal>(&value)) {
    statement.bind(index, decimal->units());
  } else if (const auto* date = std::get_if<calendar::Date>(&value)) {
    statement.bind(index, date->iso());
  } else if (const auto* yes = std::get_if<bool>(&value)) {
    statement.bind(index, int64_t{*yes ? 1 : 0});
  } else {
    statement.bind(index, nullptr);
  }
}

Value read_value(const sqlite::Statement& statement, int index, const form::Column& column) {
  if (statement.is_null(index)) return {};
  if (column.multiple || !column.pattern.empty()) return statement.text(index);
  if (form::is_decimal_type(column.type)) return Decimal::from_units(statement.integer(index));
  if (column.type == ColumnType::integer) return statement.integer(index);
  if (column.type == ColumnType::yes_no) return statement.integer(index) != 0;
  if (column.type == ColumnType::date) {
    if (const auto date = calendar::Date::parse_iso(statement.text_view(index))) return *date;
  }
  return statement.text(index);
}

std::string column_list(const FormTable& table) {
  std::string out;
  for (const auto& column : table.form().columns) out += ", " + quote_identifier(column.id);
  return out;
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

FormTable::FormTable(const form::FormDefinition& form) : form_(&form), name_("report." + form.id + "." + form.edition) {}

std::string FormTable::ddl(bool if_not_exists) const {
  const std::string guard = if_not_exists ? "IF NOT EXISTS " : "";
  std::string out = "CREATE TABLE " + guard + quote_identifier(name_) +
                    "(_submission INTEGER NOT NULL, _row INTEGER NOT NULL, _record INTEGER NOT NULL, _first INTEGER NOT NULL";
  for (const auto& column : form_->columns) {
    out += ", " + quote_identifier(column.id) + (is_stored_as_integer(column) ? " INTEGER" : " TEXT");
  }
  return out + ", PRIMARY KEY(_submission, _row)) STRICT, WITHOUT ROWID;";
}

void FormTable::create(sqlite::Database& database) const { database.execute(ddl(true)); }

RowWriter::RowWriter(sqlite::Database& database, const FormTable& table)
    : table_(&table), insert_([&] {
        std::string values = "?,?,?,?";
        for (size_t i = 0; i < table.form().columns.size(); ++i) values += ",?";
        return database.prepare("INSERT INTO " + quote_identifier(table.name()) + "(_submission, _row, _record, _first" +
                                column_list(table) + ") VALUES(" + values + ")");
      }()) {}

void RowWriter::insert(int64_t submission, const TypedRow& row) {
  insert_.bind(1, submission).bind(2, row.sheet_row).bind(3, row.record).bind(4, int64_t{row.first ? 1 : 0});
  for (size_t i = 0; i < table_->form().columns.size(); ++i) {
    bind_value(insert_, static_cast<int>(i) + kOwnColumns + 1, row.values[i]);
  }
  insert_.run();
}

RowReader::RowReader(const sqlite::Database& database, const FormTable& table, int64_t submission)
    : table_(&table),
      select_(database.prepare("SELECT _submission, _row, _record, _first" + column_list(table) + " FROM " +
                               quote_identifier(table.name()) + " WHERE _submission = ? ORDER BY _row")) {
  select_.bind(1, submission);
}

bool RowReader::next(TypedRow& row) {
  if (!select_.step()) return false;
  row.sheet_row = select_.integer(1);
  row.record = select_.integer(2);
  row.first = select_.integer(3) != 0;
  row.values.resize(table_->form().columns.size());
  for (size_t i = 0; i < row.values.size(); ++i) {
    row.values[i] = read_value(select_, static_cast<int>(i) + kOwnColumns, table_->form().columns[i]);
  }
  return true;
}

}  // namespace esep::table
