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

double as_number(const form::Value& value, double fallback) {
  if (const auto* number = std::get_if<Decimal>(&value)) return static_cast<double>(number->units()) / Decimal::kUnit;
  if (const auto* whole = std::get_if<int64_t>(&value)) return static_cast<double>(*whole);
  return fallback;
}

void expect_number(lxw_data_validation& rule, uint8_t kind, const document::InputSpec& input) {
  constexpr double kFar = 999'999'999'999'999;
  rule.validate = kind;
  rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule.minimum_number = as_number(input.min, -kFar);
  rule.maximum_number = as_number(input.max, kFar);
}

lxw_datetime as_day(const form::Value& value, const calendar::Date& fallback) {
  const auto* date = std::get_if<calendar::Date>(&value);
  const calendar::Date day = date == nullptr ? fallback : *date;
  return {day.year(), static_cast<int>(day.month()), static_cast<int>(day.day()), 0, 0, 0};
}

void expect_date(lxw_data_validation& rule, const document::InputSpec& input) {
  static const calendar::Date kFirst = *calendar::Date::from_ymd(1901, 1, 1);  // Excel knows none before 1900
  static const calendar::Date kLast = *calendar::Date::from_ymd(2199, 12, 31);
  const auto* min = std::get_if<calendar::Date>(&input.min);
  rule.validate = LXW_VALIDATION_TYPE_DATE;
  rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule.minimum_datetime = as_day(min != nullptr && *min < kFirst ? form::Value(kFirst) : input.min, kFirst);
  rule.maximum_datetime = as_day(input.max, kLast);
}

}  // namespace

// The check writes its line when the places of all cells are known, which a streamed workbook does not permit.
void Sheet::open_check() {
  if (section_.input && section_.self_check && !workbook_.streamed())
    check_.emplace(workbook_, sheet_, *section_.self_check);
}

void Sheet::close_check() {
  if (!check_) return;
  Style line;
  line.size = 9;
  line.bold = true;
  line.vertical = LXW_ALIGN_VERTICAL_CENTER;
  check_->write(heading_columns() - 1, line);
}

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
    expect_number(rule, LXW_VALIDATION_TYPE_INTEGER, input);
  } else if (form::is_decimal_type(input.type)) {
    expect_number(rule, LXW_VALIDATION_TYPE_DECIMAL, input);
  } else if (input.type == form::ColumnType::date) {
    expect_date(rule, input);
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
  require_ok(worksheet_data_validation_range(sheet_, static_cast<lxw_row_t>(first_row), at_column(column),
                                             static_cast<lxw_row_t>(last_row), at_column(column), &rule));
}

}  // namespace esep::xlsx
