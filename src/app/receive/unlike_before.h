// SPDX-License-Identifier: MIT
#pragma once

#include "app/receive/checker.h"

namespace esep::app {

/// The warning CELL-JUMP at each number that is many times larger or smaller than in the body's accepted report before
/// (app/query/previous_rows.h): above the table by field, in it row by row, where it is certain which row was which
/// (report::PairKeys). Not compared are rows that nothing names or whose name stands twice, the lists of a grouped
/// form, and volumes that a stage only adds. `rows`: those of the file.
[[nodiscard]] report::Findings unlike_before(Queries& queries, const CheckedFile& file,
                                             const report::JumpLimits& limits, table::RowReader& rows);

}  // namespace esep::app
