// SPDX-License-Identifier: MIT
#include "table/storage.h"

#include <array>
#include <chrono>

#include "table/form_table.h"

namespace esep::table {

using form::ColumnType;
using form::Value;
using form::ValueSpec;

namespace {

// Date::iso() without its allocation and its format string: a report of 100,000 rows writes a million dates.
std::array<char, 10> iso_text(const calendar::Date& date) {
  const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{date.days()}}};
  std::array<char, 10> out{};
  const auto put = [&](size_t first, size_t last, unsigned number) {
    for (size_t i = last + 1; i-- > first; number /= 10) out[i] = static_cast<char>('0' + number % 10);
  };
  put(0, 3, static_cast<unsigned>(static_cast<int>(ymd.year())));
  put(5, 6, static_cast<unsigned>(ymd.month()));
  put(8, 9, static_cast<unsigned>(ymd.day()));
  out[4] = out[7] = '-';
  return out;
}

}  // namespace

bool is_stored_as_decimal(const ValueSpec& column) {
  return !column.holds_lines() && form::is_decimal_type(column.type);
}

bool is_stored_as_integer(const ValueSpec& column) {
  return !column.holds_lines() && (form::is_numeric_type(column.type) || column.type == ColumnType::yes_no);
}

std::string column_definitions(const std::vector<const ValueSpec*>& columns) {
  std::string out;
  for (const ValueSpec* column : columns) {
    out += ", " + quote_identifier(column->id) + (is_stored_as_integer(*column) ? " INTEGER" : " TEXT");
  }
  return out;
}

std::string column_names(const std::vector<const ValueSpec*>& columns, std::string_view prefix) {
  std::string out;
  for (const ValueSpec* column : columns) out += ", " + std::string(prefix) + quote_identifier(column->id);
  return out;
}

std::vector<const ValueSpec*> columns_of(const form::FormDefinition& form) {
  std::vector<const ValueSpec*> out;
  for (const form::Column& column : form.columns) out.push_back(&column);
  return out;
}

void bind_value(sqlite::Statement& statement, int index, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    statement.bind(index, std::string_view(*text));
  } else if (const auto* number = std::get_if<int64_t>(&value)) {
    statement.bind(index, *number);
  } else if (const auto* decimal = std::get_if<Decimal>(&value)) {
    statement.bind(index, decimal->units());
  } else if (const auto* date = std::get_if<calendar::Date>(&value)) {
    const auto iso = iso_text(*date);
    statement.bind(index, std::string_view(iso.data(), iso.size()));
  } else if (const auto* yes = std::get_if<bool>(&value)) {
    statement.bind(index, int64_t{*yes ? 1 : 0});
  } else {
    statement.bind(index, nullptr);
  }
}

sqlite::Value stored_value(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<int64_t>(&value)) return *number;
  if (const auto* decimal = std::get_if<Decimal>(&value)) return decimal->units();
  if (const auto* date = std::get_if<calendar::Date>(&value)) return date->iso();
  if (const auto* yes = std::get_if<bool>(&value)) return int64_t{*yes ? 1 : 0};
  return std::monostate{};
}

Value read_value(const sqlite::Statement& statement, int index, const ValueSpec& column) {
  if (statement.is_null(index)) return {};
  if (is_stored_as_decimal(column)) return Decimal::from_units(statement.integer(index));
  if (is_stored_as_integer(column)) {
    const int64_t number = statement.integer(index);
    return column.type == ColumnType::yes_no ? Value(number != 0) : Value(number);
  }
  if (column.type == ColumnType::date && !column.holds_lines()) {
    if (const auto date = calendar::Date::parse_iso(statement.text_view(index))) return *date;
  }
  return statement.text(index);
}

}  // namespace esep::table
