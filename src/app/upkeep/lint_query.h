// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "table/query_database.h"

/// Queries of data files, prepared without parameters: that finds their mistakes.
namespace esep::app {

/// A query of a file: its name, and how a mistake in it is said.
struct QueryOrigin {
  std::string name;
  std::function<Diagnostic(Message)> problem;
};

/// The prepared query; nullopt if there is none or it is wrong. Throws datafile::DataInvalid if another file is.
[[nodiscard]] std::optional<sqlite::Statement> lint_query(table::QueryDatabase& queries, const QueryOrigin& origin,
                                                          const std::string& query, Diagnostics& out);
/// Whether the query has this result column.
[[nodiscard]] bool gives(const sqlite::Statement& statement, std::string_view column);

}  // namespace esep::app
