// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "xlsx/sheet.h"

namespace esep::xlsx {
namespace {

constexpr uint32_t kHeaderFill = 0xE3EAF3;
constexpr double kLineHeight = 13.5;

int depth_of(const std::vector<document::HeaderCell>& cells) {
  int out = 0;
  for (const auto& cell : cells) out = std::max(out, 1 + depth_of(cell.children));
  return out;
}

int leaves_of(const document::HeaderCell& cell) {
  if (cell.children.empty()) return 1;
  int out = 0;
  for (const auto& child : cell.children) out += leaves_of(child);
  return out;
}

Style header_style() {
  Style style;
  style.bold = true;
  style.border = true;
  style.align = LXW_ALIGN_CENTER;
  style.vertical = LXW_ALIGN_VERTICAL_CENTER;
  style.fill = kHeaderFill;
  style.size = 9;
  return style;
}

uint32_t fill_of(const document::Cell& cell) {
  if (cell.note) return cell.note->severity == Severity::error ? 0xFFC7CE : 0xFFEB9C;
  if (cell.emphasis == document::Emphasis::good) return 0xE2F0D9;
  if (cell.emphasis == document::Emphasis::warning) return 0xFFF2CC;
  if (cell.emphasis == document::Emphasis::bad) return 0xF8CBAD;
  return 0;
}

}  // namespace

void Sheet::block(const document::Table& table) {
  if (!table.caption.empty()) block(document::Heading{table.caption, 2});
  const int top = row_;
  header(table);
  if (!table_seen_) {
    worksheet_repeat_rows(sheet_, static_cast<lxw_row_t>(top), static_cast<lxw_row_t>(row_ - 1));
    int keys = 0;
    while (keys < static_cast<int>(table.columns.size()) && table.columns[static_cast<size_t>(keys)].key && keys < 2) ++keys;
    // Freezing below a tall heading would leave no room to scroll in: only a table that begins near the top is frozen.
    worksheet_freeze_panes(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(keys));
    table_seen_ = true;
  }
  body(table);
  ++row_;
}

// Titles, level under level; in a streamed workbook spans over rows are drawn with borders.
void Sheet::header(const document::Table& table) {
  const int rows = std::max(depth_of(table.header), 1);
  const int top = row_;
  for (int depth = 0; depth < rows; ++depth) {
    int column = 0;
    int height = 1;
    for (const auto& cell : table.header) header_cell(cell, depth, rows, column, top);
    column = 0;
    const auto measure = [&](auto&& self, const document::HeaderCell& cell, int level) -> void {
      const int span_columns = leaves_of(cell);
      if (level == depth) {
        const int spread = cell.children.empty() ? rows - level : 1;
        height = std::max(height, (lines(cell.title, column, column + span_columns - 1) + spread - 1) / spread);
        column += span_columns;
      } else if (cell.children.empty()) {
        column += 1;
      } else {
        for (const auto& child : cell.children) self(self, child, level + 1);
      }
    };
    for (const auto& cell : table.header) measure(measure, cell, 0);
    worksheet_set_row(sheet_, static_cast<lxw_row_t>(row_), std::min(kLineHeight * height + 3, 400.0), nullptr);
    ++row_;
  }
  if (!table.number_row) return;
  Style style = header_style();
  style.bold = false;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    worksheet_write_string(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(i), table.columns[i].number.c_str(), workbook_.format(style));
  }
  ++row_;
}

// Writes what `cell`'s subtree shows in the header row `depth`; moves `column` behind it.
void Sheet::header_cell(const document::HeaderCell& cell, int depth, int rows, int& column, int top) {
  const int level = row_ - top;
  const int count = leaves_of(cell);
  Style style = header_style();
  if (depth > 0 && !cell.children.empty()) {
    for (const auto& child : cell.children) header_cell(child, depth - 1, rows, column, top);
    return;
  }
  const std::string text = safe_text(cell.title);
  const auto row = static_cast<lxw_row_t>(row_);
  const auto first = static_cast<lxw_col_t>(column);
  if (depth > 0) {  // a leaf above continues down here
    if (workbook_.streamed()) {
      style.no_top = true;
      style.no_bottom = level < rows - 1;
      worksheet_write_blank(sheet_, row, first, workbook_.format(style));
    }
    column += 1;
    return;
  }
  const bool leaf = cell.children.empty();
  const int last_row = leaf ? top + rows - 1 : row_;
  if (leaf && last_row > row_ && workbook_.streamed()) {
    style.no_bottom = true;
    worksheet_write_string(sheet_, row, first, text.c_str(), workbook_.format(style));
  } else if (last_row > row_ || count > 1) {
    worksheet_merge_range(sheet_, row, first, static_cast<lxw_row_t>(last_row), static_cast<lxw_col_t>(column + count - 1), text.c_str(), workbook_.format(style));
  } else {
    worksheet_write_string(sheet_, row, first, text.c_str(), workbook_.format(style));
  }
  column += count;
}

void Sheet::body(const document::Table& table) {
  const int first_row = row_;
  const auto cursor = table.rows();
  document::Row row;
  while (cursor->next(row)) {
    if (row.kind == document::Row::Kind::section && !row.cells.empty()) {
      Style style = header_style();
      style.align = LXW_ALIGN_LEFT;
      span(0, std::max(static_cast<int>(table.columns.size()) - 1, 0), form::display_text(row.cells[0].value, 0, document_.lang), style);
    } else {
      for (size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
        cell(static_cast<int>(i), row.cells[i], table.columns[i], row.kind == document::Row::Kind::total);
      }
    }
    ++row_;
  }
  document::Row blank;
  blank.cells.resize(table.columns.size());
  for (int i = 0; i < table.blank_rows; ++i, ++row_) {
    for (size_t c = 0; c < table.columns.size(); ++c) cell(static_cast<int>(c), blank.cells[c], table.columns[c], false);
  }
  if (row_ == first_row) return;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    // Rows that a person adds below the prepared ones get the same help.
    if (table.columns[i].input) validation(first_row, row_ + 2000, static_cast<int>(i), *table.columns[i].input);
  }
}

void Sheet::cell(int column, const document::Cell& content, const document::TableColumn& description, bool total) {
  Style style;
  style.size = 9;
  style.border = true;
  style.bold = total || content.emphasis == document::Emphasis::strong;
  style.no_top = content.continued;
  style.locked = !description.input.has_value();
  style.fill = fill_of(content);
  style.link = !content.link.empty();
  style.number_format = number_format_of(description.type, description.scale);
  if (form::is_numeric_type(description.type)) style.align = LXW_ALIGN_RIGHT;
  lxw_format* format = workbook_.format(style);
  if (content.continued) {
    worksheet_write_blank(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(column), format);
  } else {
    value(column, content.value, format);
    // Excel refuses longer addresses, and then the whole file.
    if (!content.link.empty() && content.link.size() < 2000 && !content.link.starts_with('#')) {
      const std::string text = safe_text(form::display_text(content.value, 0, document_.lang));
      worksheet_write_url_opt(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(column), content.link.c_str(), format, text.c_str(), nullptr);
    }
  }
  if (content.note) note(column, *content.note);
}

void Sheet::validation(int first_row, int last_row, int column, const document::InputSpec& input) {
  constexpr size_t kInlineBytes = 250;  // libxlsxwriter overflows its buffer above 255 bytes
  lxw_data_validation rule{};
  std::string title = clip(safe_text(input.prompt_title), 32);
  std::string prompt = clip(safe_text(input.prompt), 255);
  std::vector<std::string> choices = input.choices;
  std::vector<char*> list;
  std::string range;
  rule.validate = LXW_VALIDATION_TYPE_ANY;
  rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  if (!input.choices.empty()) {
    const bool plain = join(input.choices, ",").size() <= kInlineBytes &&
                       std::none_of(input.choices.begin(), input.choices.end(), [](const auto& c) { return c.find(',') != std::string::npos; });
    if (plain) {
      for (auto& choice : choices) list.push_back(choice.data());
      list.push_back(nullptr);
      rule.validate = LXW_VALIDATION_TYPE_LIST;
      rule.value_list = list.data();
    } else {
      range = workbook_.choice_range(input.choices);
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.value_formula = range.data();
    }
  } else if (input.type == form::ColumnType::integer) {
    rule.validate = LXW_VALIDATION_TYPE_INTEGER;
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.minimum_number = -999999999999.0;
    rule.maximum_number = 999999999999.0;
  } else if (form::is_decimal_type(input.type)) {
    rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.minimum_number = -999999999999.0;
    rule.maximum_number = 999999999999.0;
  } else if (input.type == form::ColumnType::date) {
    rule.validate = LXW_VALIDATION_TYPE_DATE;
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.minimum_datetime = {1990, 1, 1, 0, 0, 0};
    rule.maximum_datetime = {2099, 12, 31, 0, 0, 0};
  } else if (prompt.empty()) {
    return;
  }
  if (!prompt.empty()) {
    rule.input_title = title.data();
    rule.input_message = prompt.data();
  }
  worksheet_data_validation_range(sheet_, static_cast<lxw_row_t>(first_row), static_cast<lxw_col_t>(column), static_cast<lxw_row_t>(last_row),
                                  static_cast<lxw_col_t>(column), &rule);
}

}  // namespace esep::xlsx
