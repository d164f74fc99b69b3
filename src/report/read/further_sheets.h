// SPDX-License-Identifier: MIT
#pragma once

#include "report/read/locate.h"

namespace esep::report {

/// SHEET-ROWS: another visible sheet holds rows that the form's columns can read, in the places of the table's columns.
/// Such a sheet is not read.
void report_further_sheets(const ReceivedFile& file, const Layout& layout);

}  // namespace esep::report
