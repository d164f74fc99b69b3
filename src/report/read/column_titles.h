// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "report/read/locate.h"

namespace esep::report {

/// Compares what a person reads above the columns with the form, where the row of column numbers has found them. A
/// title is the form's in any language, one of before, or one with other letters of the same shape or a mistyped one.
/// COLUMN-TITLE-OTHER: the title of another column. COLUMN-TITLE-UNIT: thousands, dollars, a percentage that the form
/// does not know. The warnings COLUMN-TITLE-CHANGED and COLUMN-TITLE-BLANK, but not in a table that has titles of its
/// own throughout. `head`: the rows from the top of the sheet.
void report_titles(const ReceivedFile& file, const std::vector<GridRow>& head, const Layout& layout);

}  // namespace esep::report
