// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "report/read/locate.h"
#include "report/read/received_file.h"

namespace esep::report {

/// What a sheet says of the unit of its numbers beside the titles of its columns. COLUMN-TITLE-UNIT where a line above
/// the table or the sheet's name gives them in a unit that the form does not have, or where the titles name tenge and
/// the form thousands of them; a warning where the form's unit is not named at all. `head`: the rows from the top.
void report_units(const ReceivedFile& file, const std::vector<GridRow>& head, const Layout& layout);

}  // namespace esep::report
