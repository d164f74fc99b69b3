// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "form/form_definition.h"
#include "sqlite/database.h"

/// What queries read of the register's own tables (docs/queries.md).
namespace esep::registry {

/// A second connection to the register's file that cannot write to it.
[[nodiscard]] sqlite::Database open_reading(const std::filesystem::path& file);

/// The columns that stand before a form's own, in tables of its rows.
[[nodiscard]] const std::vector<std::string>& report_columns();

/// Columns of all editions, in the order in which they are met first.
[[nodiscard]] std::vector<const form::ValueSpec*> united_columns(
    const std::vector<const form::FormDefinition*>& editions);

/// SELECT of all rows of accepted reports in force of one form, its editions united: `report_columns()`, _row, _record,
/// _first and the united columns; NULL where an edition lacks it.
[[nodiscard]] std::string accepted_rows_sql(const sqlite::Database& database,
                                            const std::vector<const form::FormDefinition*>& editions);

}  // namespace esep::registry
