// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/text.h"
#include "xlsx/sheet.h"

namespace esep::xlsx {
namespace {

constexpr size_t kTitleLimit = 32;
constexpr size_t kPromptLimit = 255;

// libxlsxwriter overflows its buffer above 255 bytes; a comma or a quotation mark has a meaning of its own.
bool fits_inline(const std::vector<std::string>& choices) {
  constexpr size_t kInlineBytes = 250;
  return join(choices, ",").size() <= kInlineBytes &&
         std::none_of(choices.begin(), choices.end(), [](const std::string& choice) {
           return choice.empty() || choice.find_first_of(",\"\n") != std::string::npos || trim(choice) != choice;
         });
}

void expect_number(lxw_data_validation& rule, uint8_t kind) {
  constexpr double kFar = 999'999'999'999'999;
  rule.validate = kind;
  rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule.minimum_number = -kFar;
  rule.maximum_number = kFar;
}

void expect_date(lxw_data_validation& rule) {
  rule.validate = LXW_VALIDATION_TYPE_DATE;
  rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule.minimum_datetime = {1901, 1, 1, 0, 0, 0};
  rule.maximum_datetime = {2199, 12, 31, 0, 0, 0};
}

}  // namespace

// Validation warns but does not block: a value that does not fit may stay.
void Sheet::validation(int first_row, int last_row, int column, const document::InputSpec& input) {
  lxw_data_validation rule{};
  std::string title = clip(safe_text(input.prompt_title), kTitleLimit);
  std::string prompt = clip(safe_text(input.prompt), kPromptLimit);
  std::string warning = clip(safe_text(input.warning), kPromptLimit);
  std::vector<std::string> choices;
  for (const std::string& choice : input.choices) choices.push_back(safe_text(choice));
  std::vector<char*> list;
  std::string range;
  rule.validate = LXW_VALIDATION_TYPE_ANY;
  if (!choices.empty() && fits_inline(choices)) {
    for (auto& choice : choices) list.push_back(choice.data());
    list.push_back(nullptr);
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = list.data();
  } else if (!choices.empty()) {
    range = workbook_.choice_range(choices);
    rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule.value_formula = range.data();
  } else if (input.type == form::ColumnType::integer) {
    expect_number(rule, LXW_VALIDATION_TYPE_INTEGER);
  } else if (form::is_decimal_type(input.type)) {
    expect_number(rule, LXW_VALIDATION_TYPE_DECIMAL);
  } else if (input.type == form::ColumnType::date) {
    expect_date(rule);
  } else if (prompt.empty()) {
    return;
  }
  if (rule.validate != LXW_VALIDATION_TYPE_ANY) {
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    if (!warning.empty()) rule.error_message = warning.data();
    if (!warning.empty() && !title.empty()) rule.error_title = title.data();
  }
  if (!prompt.empty()) rule.input_message = prompt.data();
  if (!prompt.empty() && !title.empty()) rule.input_title = title.data();
  must(worksheet_data_validation_range(sheet_, static_cast<lxw_row_t>(first_row), at_column(column),
                                       static_cast<lxw_row_t>(last_row), at_column(column), &rule));
}

}  // namespace esep::xlsx
