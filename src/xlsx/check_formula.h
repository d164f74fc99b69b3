// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

/// Formulas by which a blank checks its own cells, for Excel from 2007 on and LibreOffice. `x` is a cell or, in an
/// array formula, a column of cells. Where a formula cannot judge as the reader of reports does, it is the stricter of
/// both.
namespace esep::xlsx {

/// 1 if the reader takes the cell for a blank one: spaces, line ends, dashes.
[[nodiscard]] std::string is_empty_formula(const std::string& x);
/// The same for a cell of this kind: a word for "none" too, where the reader takes it so.
[[nodiscard]] std::string is_empty_formula(const std::string& x, const document::InputSpec& input);
/// The texts of a list as `folded_formula` gives them, each once.
[[nodiscard]] std::vector<std::string> list_words(const document::InputSpec& input);
/// 1 if the text, folded as the words of the list, is one of them.
[[nodiscard]] std::string is_of_list_formula(const std::string& folded, const std::string& list);
/// By what the reader multiplies the number of one cell: 100 for a percentage in a column of percentages, 0 for a date
/// or a truth value among numbers, else 1. `general`: a cell with the format that a program gives to an ordinary cell.
[[nodiscard]] std::string number_factor_formula(const std::string& cell, const document::InputSpec& input,
                                                const std::string& general);
/// 1 if the reader takes the cell for a value of this kind; other cells give 0 or an error. "1" where any value is
/// right.
struct CheckNames {
  std::string list = {};     // the range of `list_words`
  std::string factor = "1";  // of numbers, as `number_factor_formula` gives it for each cell
  std::string wanted = "0";  // 1 where the cell must be filled in
  std::string judged = {};   // the last of `judge_steps` for each cell; empty: one formula judges the cell
};
[[nodiscard]] std::string is_right_formula(const std::string& x, const document::InputSpec& input,
                                           const CheckNames& names);
/// 1 if the cell is wrong, or is blank although it is wanted.
[[nodiscard]] std::string is_bad_formula(const std::string& x, const document::InputSpec& input,
                                         const CheckNames& names);
/// A formula of a helper cell; the next step sees its result.
struct JudgeStep {
  std::string formula;
  bool text = false;   // the result is a text
  bool array = false;  // must be entered as an array formula
};
/// How a cell is judged that one formula cannot judge: dates, and several values in one cell. The last step counts
/// what is wrong. Empty: `is_right_formula` needs no steps. `cells` name the helper cells of the steps,
/// `kMostJudgeSteps` of them.
inline constexpr size_t kMostJudgeSteps = 6;
[[nodiscard]] std::vector<JudgeStep> judge_steps(const std::string& x, const document::InputSpec& input,
                                                 const std::string& list, const std::vector<std::string>& cells);
/// The text as a formula's string literal, in parts as Excel allows.
[[nodiscard]] std::string literal_formula(const std::string& text);

}  // namespace esep::xlsx
