// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "form/form_definition.h"
#include "report/submission.h"
#include "sqlite/database.h"

/// The rows of accepted reports, as queries read them from the register's own tables (docs/queries.md).
namespace esep::registry {

/// A connection to the register's file that cannot write to it. It may be used beside a Registry, in another thread
/// too.
[[nodiscard]] sqlite::Database open_read_only(const std::filesystem::path& file);

/// The columns that stand before a form's own: _submission, _organisation … _edition.
[[nodiscard]] const std::vector<std::string>& report_columns();

/// The columns of all editions, without doubles, in the order in which the editions bring them.
[[nodiscard]] std::vector<const form::ValueSpec*> united_columns(
    const std::vector<const form::FormDefinition*>& editions);

/// Of submissions, by id, whose reports stand otherwise today than their receipts say: the word for it (docs/json.md).
using ChangedTimeliness = std::map<int64_t, std::string>;

/// SELECT of the rows of all submissions in force of one form. Its columns are `report_columns()`, then _row, _record
/// and _first, then `united_columns`. A column that an edition lacks is NULL in its rows. `_timeliness` is the verdict
/// on the report, not on the file; of a submission in `changed` it is the one there. No rows where the register has no
/// table of any edition.
[[nodiscard]] std::string accepted_rows_sql(const sqlite::Database& database,
                                            const std::vector<const form::FormDefinition*>& editions,
                                            const ChangedTimeliness& changed = {});

}  // namespace esep::registry
