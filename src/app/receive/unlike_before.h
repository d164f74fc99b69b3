// SPDX-License-Identifier: MIT
#pragma once

#include "app/receive/checker.h"

namespace esep::app {

/// The warning CELL-JUMP at each number that is many times larger or smaller than in the body's accepted report before
/// (app/query/previous_rows.h): above the table by field, in it by the row's key, or by the words of a row that the
/// form fixes. Volumes that a stage only adds are not compared. `rows`: those of the file.
[[nodiscard]] report::Findings unlike_before(Engine& engine, const CheckedFile& file, const report::JumpLimits& limits,
                                             table::RowReader& rows);

}  // namespace esep::app
