// SPDX-License-Identifier: MIT
#pragma once

#include "report/read/locate.h"

namespace esep::report {

/// The table of a file that names columns and fields by id itself (`Grid::header_row()`): nothing is looked for.
/// Findings COLUMN-UNKNOWN, FIELD-UNKNOWN for each id that the form lacks; COLUMN-MISSING for each column that no row
/// names, where there are rows.
[[nodiscard]] Layout locate_named(const ReceivedFile& file);

}  // namespace esep::report
