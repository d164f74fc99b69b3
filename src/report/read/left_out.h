// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "report/read/locate.h"

/// What stands in a workbook beside the table that is read, and is left out: nobody shall believe that it was read.
namespace esep::report {

/// The row from which on the sheet repeats the form: its title, lines or titles of columns, above the second row of
/// column numbers at `second_header`. `head`: the rows of the sheet from its top.
[[nodiscard]] int second_form_row(const form::FormDefinition& form, const std::vector<GridRow>& head,
                                  const Layout& layout, int second_header);

/// CELLS-ABOVE: cells between the lines of the heading and the table, which are none of the form's. One warning.
void report_cells_above(const ReceivedFile& file, const Layout& layout);

/// NOTES-UNREAD, BOXES-UNREAD, PAGE-TEXT-UNREAD: notes at cells, text boxes, headers and footers that are not the
/// blank's own. One warning each. Called when the rows have been read.
void report_unread(const ReceivedFile& file, const Layout& layout);

/// Takes back PAGE-TEXT-UNREAD where each header and footer says only what `is_right` takes; else it names another one.
void excuse_page_texts(const ReceivedFile& file, const Layout& layout,
                       const std::function<bool(const std::string&)>& is_right);

/// SHEET-HIDDEN: hidden sheets that are not the blank's own and hold something. One warning each.
void report_hidden_sheets(const ReceivedFile& file);

}  // namespace esep::report
