// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"

/// Texts of a list in one spelling, as the reader of reports compares them: case, blanks, letters of the same shape.
namespace esep::xlsx {

/// A title or a word of the list in that spelling.
[[nodiscard]] std::string folded_word(const std::string& word, const document::InputSpec& input);
/// A formula that gives the text `x` in that spelling.
[[nodiscard]] std::string folded_formula(const std::string& x, const document::InputSpec& input);
/// The same for a text that may have several lines: its line ends stay.
[[nodiscard]] std::string folded_lines_formula(const std::string& x, const document::InputSpec& input);

}  // namespace esep::xlsx
