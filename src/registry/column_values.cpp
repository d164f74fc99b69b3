// SPDX-License-Identifier: MIT
#include "registry/column_values.h"

namespace esep::registry {

void bind_date(sqlite::Statement& statement, int index, const std::optional<calendar::Date>& date) {
  if (date) {
    statement.bind(index, date->iso());
  } else {
    statement.bind(index, nullptr);
  }
}

std::optional<calendar::Date> date_at(const sqlite::Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : calendar::Date::parse_iso(row.text(column));
}

calendar::LocalTime time_at(const sqlite::Statement& row, int column) {
  return calendar::LocalTime::parse(row.text(column)).value_or(calendar::LocalTime{});
}

void bind_id(sqlite::Statement& statement, int index, const std::optional<int64_t>& id) {
  if (id) {
    statement.bind(index, *id);
  } else {
    statement.bind(index, nullptr);
  }
}

std::optional<int64_t> id_at(const sqlite::Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.integer(column));
}

void bind_key(sqlite::Statement& statement, int first, const report::ReportKey& key) {
  statement.bind(first, key.form).bind(first + 1, key.stage).bind(first + 2, key.organisation);
  statement.bind(first + 3, key.subject).bind(first + 4, key.period).bind(first + 5, int64_t{key.occurrence});
}

report::ReportKey key_at(const sqlite::Statement& row, int first) {
  return {row.text(first),     row.text(first + 1), row.text(first + 2),
          row.text(first + 3), row.text(first + 4), static_cast<int>(row.integer(first + 5))};
}

}  // namespace esep::registry
