// SPDX-License-Identifier: MIT
#pragma once

#include "report/read/locate.h"

namespace esep::report {

/// Whether the sheet is one that the program itself adds to a workbook.
[[nodiscard]] bool is_program_sheet(Grid& grid, size_t sheet, const ProgramSheets& written);

/// SHEET-ROWS: another visible sheet holds rows that the form's columns can read, in the places of the table's columns;
/// an error if the table that is read is `blank`, because those rows may be the report.
/// SHEET-UNREAD: other visible sheets hold words or a text box; one warning names them all. Silent about the blank's
/// own sheets and empty ones. Such sheets are not read.
void report_further_sheets(const ReceivedFile& file, const Layout& layout, bool blank);

}  // namespace esep::report
