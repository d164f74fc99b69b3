// SPDX-License-Identifier: MIT
#include <algorithm>

#include "document/header_tree.h"
#include "xlsx/sheet.h"

namespace esep::xlsx {
namespace {

constexpr uint32_t kHeaderFill = 0xE3EAF3;

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

}  // namespace

void Sheet::block(const document::Table& table) {
  if (!table.caption.empty()) block(document::Heading{table.caption, 2});
  const int top = row_;
  header(table);
  if (!table_seen_) freeze(table, top);
  table_seen_ = true;
  body(table);
}

// A frozen part taller than the window leaves no room for scrolling, so a tall one is zoomed out.
void Sheet::freeze(const document::Table& table, int top) {
  constexpr double kRoomy = 250;
  constexpr double kSmallest = 65;
  constexpr int kFrozenCharacters = 60;  // of a screen that shows some 150
  require_ok(worksheet_repeat_rows(sheet_, static_cast<lxw_row_t>(top), static_cast<lxw_row_t>(row_ - 1)));
  if (repeated_ > 0) require_ok(worksheet_repeat_columns(sheet_, 0, at_column(repeated_ - 1)));
  if (height_ > kRoomy && !section_.input) return;
  worksheet_freeze_panes(sheet_, at(), at_column(key_columns(table, kFrozenCharacters)));
  if (height_ > kRoomy) worksheet_set_zoom(sheet_, static_cast<uint16_t>(std::max(100 * kRoomy / height_, kSmallest)));
}

// Titles, level under level; in a streamed workbook spans over rows are drawn with borders.
void Sheet::header(const document::Table& table) {
  const int rows = std::max(depth_of(table.header), 1);
  const int top = row_;
  for (int depth = 0; depth < rows; ++depth) {
    int column = 0;
    for (const auto& cell : table.header) header_cell(cell, depth, rows, column, top);
    end_row(kTableLineHeight * header_lines(table, depth, rows) + 3);
  }
  if (!table.number_row) return;
  Style style = header_style();
  style.bold = false;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    require_ok(worksheet_write_string(sheet_, at(), at_column(static_cast<int>(i)), text_(table.columns[i].number),
                                      workbook_.format(style)));
  }
  end_row(kTableLineHeight + 2);
}

// Lines that the tallest title of this level needs; a title that spans further rows spreads over them.
int Sheet::header_lines(const document::Table& table, int depth, int rows) const {
  int out = 1;
  int column = 0;
  const auto measure = [&](auto&& self, const document::HeaderCell& cell, int level) -> void {
    const int count = leaves_of(cell);
    if (level < depth && !cell.children.empty()) {
      for (const auto& child : cell.children) self(self, child, level + 1);
      return;
    }
    const int spread = cell.children.empty() ? rows - level : 1;
    for (const auto& [first, end] : page_parts(column, std::min(column + count, columns_))) {
      const bool untitled = end == repeated_ && end < column + count;
      if (!untitled) out = std::max(out, (lines(cell.title, first, end - 1) + spread - 1) / spread);
    }
    column += count;
  };
  for (const auto& cell : table.header) measure(measure, cell, 0);
  return out;
}

// Writes the part of `cell`'s subtree in the header row `depth` below it; moves `column` past it.
void Sheet::header_cell(const document::HeaderCell& cell, int depth, int rows, int& column, int top) {
  if (depth > 0 && !cell.children.empty()) {
    for (const auto& child : cell.children) header_cell(child, depth - 1, rows, column, top);
    return;
  }
  const int first = column;
  const int last_row = top + rows - 1;
  Style style = header_style();
  column += leaves_of(cell);
  if (depth > 0) {  // a title from above continues here
    if (!workbook_.streamed()) return;
    style.no_top = true;
    style.no_bottom = row_ < last_row;
    require_ok(worksheet_write_blank(sheet_, at(), at_column(first), workbook_.format(style)));
    return;
  }
  const bool down = cell.children.empty() && last_row > row_;
  if (down && !workbook_.streamed()) {
    require_ok(worksheet_merge_range(sheet_, at(), at_column(first), static_cast<lxw_row_t>(last_row), at_column(first),
                                     text_(cell.title), workbook_.format(style)));
    return;
  }
  style.no_bottom = down;
  for (const auto& [begin, end] : page_parts(first, column))
    span(begin, end - 1, end == repeated_ && end < column ? "" : cell.title, style);
}

// A title over columns of two pages stands on both, because a page shows only its part of a cell; not over the columns
// that each page repeats, if it has others.
std::vector<std::pair<int, int>> Sheet::page_parts(int first, int end) const {
  std::vector<std::pair<int, int>> out;
  if (page_ends_.size() > 1 && first < repeated_ && repeated_ < end) {
    out.emplace_back(first, repeated_);
    first = repeated_;
  }
  for (const int page_end : page_ends_) {
    const int part_end = std::min(end, page_end);
    if (part_end <= first) continue;
    out.emplace_back(first, part_end);
    first = part_end;
  }
  if (first < end) out.emplace_back(first, end);
  return out;
}

}  // namespace esep::xlsx
