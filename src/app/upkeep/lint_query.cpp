// SPDX-License-Identifier: MIT
#include "app/upkeep/lint_query.h"

#include "base/error.h"
#include "datafile/data_invalid.h"

namespace esep::app {

std::optional<sqlite::Statement> lint_query(table::QueryDatabase& queries, const QueryOrigin& origin,
                                            const std::string& query, Diagnostics& out) {
  if (query.empty()) return std::nullopt;
  try {
    return queries.prepare(origin.name, query, {});
  } catch (const datafile::DataInvalid&) {
    throw;
  } catch (const Error& error) {
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
