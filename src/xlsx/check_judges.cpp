// SPDX-License-Identifier: MIT
#include <fmt/core.h>
#include <fmt/format.h>

#include "report/cell_reference.h"
#include "xlsx/check_sheet.h"

namespace esep::xlsx {
namespace {

constexpr int kFieldSteps = 58;  // BG and on: how the cells above the table are judged

}  // namespace

CheckNames CheckSheet::names_of(const Entry& entry) {
  const document::InputSpec& input = *entry.field->input;
  const std::string cell =
      fmt::format("{}!${}${}", quoted_name(*entry_), report::column_letters(entry.column + 1), entry.row + 1);
  return {list_of(input), factor_of(cell, input), "0", entry.judged};
}

CheckNames CheckSheet::names_of(size_t column) {
  const document::InputSpec& input = *table_->columns[column].input;
  const std::string judged = fmt::format("esep_bad{}", column + 1);
  return {list_of(input), factor_of(column), "0", defined_.count(judged) > 0 ? judged : ""};
}

void CheckSheet::put_step(size_t row, int column, const JudgeStep& step, double result) {
  const std::string text = "=" + step.formula;
  const auto r = static_cast<lxw_row_t>(row);
  const auto c = static_cast<lxw_col_t>(column);
  if (step.text) {
    require_ok(worksheet_write_formula_str(sheet_, r, c, text.c_str(), nullptr, ""));
  } else if (step.array) {
    require_ok(worksheet_write_array_formula_num(sheet_, r, c, r, c, text.c_str(), nullptr, result));
  } else {
    require_ok(worksheet_write_formula_num(sheet_, r, c, text.c_str(), nullptr, result));
  }
}

// Steps of the cells above the table stand beside the totals, a row for each cell.
void CheckSheet::judge_fields() {
  for (size_t i = 0; i < fields_.size(); ++i) {
    Entry& entry = fields_[i];
    const document::InputSpec& input = *entry.field->input;
    const std::string cell =
        fmt::format("{}!${}${}", quoted_name(*entry_), report::column_letters(entry.column + 1), entry.row + 1);
    std::vector<std::string> cells;
    for (size_t step = 0; step < kMostJudgeSteps; ++step)
      cells.push_back(fmt::format("{}{}", report::column_letters(kFieldSteps + 1 + static_cast<int>(step)), i + 1));
    const std::vector<JudgeStep> steps = judge_steps(cell, input, list_of(input), cells);
    if (steps.empty()) continue;
    for (size_t step = 0; step < steps.size(); ++step)
      put_step(i, kFieldSteps + static_cast<int>(step), steps[step], 0);
    entry.judged = fmt::format("esep_field{}", i + 1);
    define(entry.judged,
           own(fmt::format("${}${}", report::column_letters(kFieldSteps + static_cast<int>(steps.size())), i + 1)));
  }
}

void CheckSheet::write_helpers() {
  for (size_t i = 0; i < helpers_.size(); ++i) {
    const Helper& helper = helpers_[i];
    for (size_t row = 0; row < helper.formulas.size(); ++row)
      put_step(row, column_of_helper(i), {helper.formulas[row], helper.text, helper.array}, helper.cached[row]);
  }
}

int CheckSheet::column_of_helper(size_t index) {
  constexpr size_t kBefore = 50;
  constexpr size_t kBetween = 9 + kMostJudgeSteps;
  return static_cast<int>(index < kBefore ? index : index + kBetween);
}

// The last of the steps is named esep_bad.
void CheckSheet::add_judges(size_t column) {
  const document::InputSpec& input = *table_->columns[column].input;
  const std::string list = list_of(input);
  const std::string cell = fmt::format("INDEX(esep_c{},ROW(),1)", column + 1);
  std::vector<Helper> steps;
  for (int i = 0; i < rows_; ++i) {
    std::vector<std::string> cells;
    for (size_t step = 0; step < kMostJudgeSteps; ++step)
      cells.push_back(fmt::format("{}{}", report::column_letters(column_of_helper(helpers_.size() + step) + 1), i + 1));
    const std::vector<JudgeStep> formulas = judge_steps(cell, input, list, cells);
    steps.resize(formulas.size());
    for (size_t step = 0; step < formulas.size(); ++step) {
      steps[step].formulas.push_back(formulas[step].formula);
      steps[step].cached.push_back(0);
      steps[step].text = formulas[step].text;
      steps[step].array = formulas[step].array;
    }
  }
  for (size_t step = 0; step < steps.size(); ++step) {
    const bool last = step + 1 == steps.size();
    add_helper(last ? fmt::format("esep_bad{}", column + 1) : fmt::format("esep_step{}_{}", column + 1, step + 1),
               std::move(steps[step]));
  }
}

}  // namespace esep::xlsx
