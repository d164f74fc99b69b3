// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "form/form_definition.h"
#include "sqlite/statement.h"

/// How SQLite stores a value of a form: decimals as INTEGER ten-thousandths, integers and yes_no as INTEGER, everything
/// else as TEXT, and so cells with several values of any type; blank as NULL.
namespace esep::table {

/// Whether the column is stored as one INTEGER: a number, yes or no.
[[nodiscard]] bool is_stored_as_integer(const form::ValueSpec& column);
/// Whether the column holds one exact decimal.
[[nodiscard]] bool is_stored_as_decimal(const form::ValueSpec& column);

/// `, "c1" TEXT, "c2" INTEGER`: the form's columns, to follow a table's own columns.
[[nodiscard]] std::string column_definitions(const std::vector<const form::ValueSpec*>& columns);
/// `, "c1", "c2"`, each with `prefix` before it.
[[nodiscard]] std::string column_names(const std::vector<const form::ValueSpec*>& columns,
                                       std::string_view prefix = "");
[[nodiscard]] std::vector<const form::ValueSpec*> columns_of(const form::FormDefinition& form);

void bind_value(sqlite::Statement& statement, int index, const form::Value& value);
[[nodiscard]] form::Value read_value(const sqlite::Statement& statement, int index, const form::ValueSpec& column);

/// The value as `bind_value` stores it.
[[nodiscard]] sqlite::Value stored_value(const form::Value& value);

}  // namespace esep::table
