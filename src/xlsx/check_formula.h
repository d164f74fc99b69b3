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
/// 1 if the reader takes the cell for a value of this kind; other cells give 0 or an error. `list`: the range of the
/// titles to choose from. "1" where any value is right, or the kind is not judged (several values in one cell).
[[nodiscard]] std::string is_right_formula(const std::string& x, const document::InputSpec& input,
                                           const std::string& list);
/// 1 if the cell is wrong, or is blank although `wanted` is 1.
[[nodiscard]] std::string is_bad_formula(const std::string& x, const document::InputSpec& input,
                                         const std::string& list, const std::string& wanted);
/// The text as a formula's string literal, in parts as Excel allows.
[[nodiscard]] std::string literal_formula(const std::string& text);

}  // namespace esep::xlsx
