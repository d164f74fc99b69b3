// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "form/workbook_identity.h"
#include "report/read/received_file.h"

namespace esep::report {

/// The identity on a workbook's hidden sheet, if it has one.
[[nodiscard]] std::optional<form::WorkbookIdentity> read_identity(Grid& grid);

/// The place of a form's table and heading fields in a received file.
struct Layout {
  size_t sheet = 0;
  int header_row = 0;        // the row of column numbers (or the last row of titles) — data begins below
  int end_row = 0;           // where the sheet repeats the form, which is left out; 0: nowhere
  std::vector<int> columns;  // sheet column of each form column; 0: missing
  struct FieldCell {
    std::string field;
    int row = 0;
    GridCell cell;  // kind blank if the label has no value beside it
  };
  std::vector<FieldCell> fields;
  /// A cell above the table that is none of the form's lines.
  struct OtherCell {
    int row = 0;
    GridCell cell;
    std::string label;  // the text before it in its row; may be empty
  };
  std::vector<OtherCell> others;
  int nil_row = 0;  // row of the "nothing to report" mark; 0: none
  GridCell nil_cell;
};
using OtherCell = Layout::OtherCell;

/// Finds the table by its row of official column numbers, else by its header titles or column ids, on the visible sheet
/// with most of the columns. If the file names its columns itself, by those ids (locate_named.h). Findings
/// TABLE-NOT-FOUND, TABLE-TWICE (one per further sheet with a filled table; one per filled table without the form's
/// titles, if the one with them is blank; one if the sheet itself repeats the table), CELLS-ABOVE, SHEET-HIDDEN,
/// TABLE-BLANK-COPY (one per sheet with a blank table beside a filled one, which is read), COLUMN-MISSING (one per
/// column). nullopt if there is no table of this form.
[[nodiscard]] std::optional<Layout> locate(const ReceivedFile& file);

/// The field id of the mark of a nil report.
inline constexpr const char* kNilField = "_nil";
/// The label of that mark, in every language.
[[nodiscard]] const LocalText& nil_label();

}  // namespace esep::report
