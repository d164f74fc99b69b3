// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "xlsx/marked/style_book.h"
#include "xlsx/marks.h"

namespace esep::xlsx {

/// Gives the marked cells of a sheet their fill and leaves everything else as it is. Cells and rows that the sheet does
/// not have are added. False, and nothing is changed, if the sheet is damaged.
[[nodiscard]] bool mark_cells(std::string& sheet, const Marks& marks, StyleBook& styles);

/// The relationship id of the drawing with the sheet's notes; empty: it has none.
[[nodiscard]] std::string notes_drawing_of(const std::string& sheet);
/// Names that drawing where the schema wants it (ECMA-376 part 1, 18.3.1.99). False if the sheet is damaged.
[[nodiscard]] bool add_notes_drawing(std::string& sheet, const std::string& id);

}  // namespace esep::xlsx
