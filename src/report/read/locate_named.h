// SPDX-License-Identifier: MIT
#pragma once

#include "report/read/locate.h"

namespace esep::report {

/// The table of a file that names its columns and fields by id (`Grid::header_row()`). Findings COLUMN-UNKNOWN,
/// FIELD-UNKNOWN for each id that the form lacks. If there are rows, COLUMN-MISSING for each column that no row
/// names.
[[nodiscard]] Layout locate_named(const ReceivedFile& file);

}  // namespace esep::report
