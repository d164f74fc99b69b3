// SPDX-License-Identifier: MIT
#include "app/upkeep/lint_query.h"

#include <set>

#include "base/error.h"
#include "base/text.h"
#include "datafile/data_invalid.h"
#include "table/functions.h"
#include "table/sql_problem.h"

namespace esep::app {
namespace {

std::vector<std::string> names(const sqlite::Database& database, const std::string& sql) {
  std::vector<std::string> out;
  auto statement = database.prepare(sql);
  while (statement.step()) out.push_back(statement.text(0));
  return out;
}

std::vector<std::string> tables_of(const sqlite::Database& database) {
  return names(database, "SELECT name FROM sqlite_temp_master WHERE type IN ('table', 'view') ORDER BY name");
}

// Of the tables that the query names.
std::vector<std::string> columns_in(const sqlite::Database& database, const std::string& query) {
  std::set<std::string> words;
  static_cast<void>(table::check_query(query, &words));
  std::vector<std::string> out;
  for (const std::string& table : tables_of(database)) {
    if (!words.contains(table)) continue;
    auto statement = database.prepare("SELECT name FROM pragma_table_info(?)");
    statement.bind(1, table);
    while (statement.step()) out.push_back(statement.text(0));
  }
  return out;
}

// In words of a person what SQLite says about a name that there is not; nullopt: it says something else.
std::optional<Diagnostic> unknown_name(const sqlite::Database& database, const QueryOrigin& origin,
                                       const std::string& query, const std::string& reason) {
  using Kind = table::MissingName::Kind;
  const auto missing = table::missing_name(reason);
  if (!missing) return std::nullopt;
  const Kind kind = missing->kind;
  const std::string code = kind == Kind::table      ? "LINT-QUERY-TABLE"
                           : kind == Kind::column   ? "LINT-QUERY-COLUMN"
                           : kind == Kind::function ? "LINT-QUERY-FUNCTION"
                                                    : "LINT-QUERY-OPERATOR";
  Diagnostic out = origin.problem(Message(code, {{"query", origin.name}, {"name", missing->name}}));
  std::vector<std::string> known;
  if (kind == Kind::table) known = tables_of(database);
  if (kind == Kind::column) known = columns_in(database, query);
  if (kind == Kind::function) known = table::allowed_functions();
  out.did_you_mean = nearest(missing->name, known);
  return out;
}

std::string reason_of(const Message& message) {
  for (const auto& [name, value] : message.args) {
    const auto* text = std::get_if<std::string>(&value);
    if (message.key == "QUERY-INVALID" && name == "reason" && text != nullptr) return *text;
  }
  return {};
}

}  // namespace

std::optional<sqlite::Statement> lint_query(table::QueryDatabase& queries, const QueryOrigin& origin,
                                            const std::string& query, Diagnostics& out) {
  if (query.empty()) return std::nullopt;
  try {
    return queries.prepare(origin.name, query, {});
  } catch (const datafile::DataInvalid&) {
    throw;
  } catch (const Error& error) {
    if (auto unknown = unknown_name(queries.database(), origin, query, reason_of(error.message()))) {
      out.push_back(std::move(*unknown));
      return std::nullopt;
    }
    for (const Message& message : {error.message(), error.hint()}) {
      if (!message.empty()) out.push_back(origin.problem(message));
    }
    return std::nullopt;
  }
}

bool gives(const sqlite::Statement& statement, std::string_view column) {
  for (int i = 0; i < statement.column_count(); ++i) {
    if (statement.column_name(i) == column) return true;
  }
  return false;
}

}  // namespace esep::app
