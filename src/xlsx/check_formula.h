// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"

/// Formulas by which a blank checks its own cells, for Excel from 2007 on and LibreOffice. `x` is a cell or, in an
/// array formula, a column of cells. Where a formula cannot judge as the reader of reports does, it is the stricter of
/// both.
namespace esep::xlsx {

/// 1 if the reader takes the cell for a blank one: spaces, line ends, dashes.
[[nodiscard]] std::string is_empty_formula(const std::string& x);
/// By what the reader multiplies the number of one cell: 100 for a percentage in a column of percentages, 0 for a date
/// among numbers, else 1. `general`: a cell with the format that a program gives to an ordinary cell.
[[nodiscard]] std::string number_factor_formula(const std::string& cell, const document::InputSpec& input,
                                                const std::string& general);
/// 1 if the reader takes the cell for a value of this kind; other cells give 0 or an error. "1" where any value is
/// right, or the kind is not judged (several values in one cell).
struct CheckNames {
  std::string list = {};     // the range of the titles to choose from
  std::string factor = "1";  // of numbers, as `number_factor_formula` gives it for each cell
  std::string wanted = "0";  // 1 where the cell must be filled in
};
[[nodiscard]] std::string is_right_formula(const std::string& x, const document::InputSpec& input,
                                           const CheckNames& names);
/// 1 if the cell is wrong, or is blank although it is wanted.
[[nodiscard]] std::string is_bad_formula(const std::string& x, const document::InputSpec& input,
                                         const CheckNames& names);
/// The text as a formula's string literal, in parts as Excel allows.
[[nodiscard]] std::string literal_formula(const std::string& text);

}  // namespace esep::xlsx
