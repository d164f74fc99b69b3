// SPDX-License-Identifier: MIT
#include "xlsx/annotate.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/file.h"
#include "xlsx/findings_sheet.h"
#include "xlsx/marks.h"

namespace esep::xlsx {
namespace {

using report::CellFormat;
using report::CellKind;

std::string number_format(CellFormat format) {
  switch (format) {
    case CellFormat::date:
      return "dd.mm.yyyy";
    case CellFormat::time:
      return "hh:mm";
    case CellFormat::date_time:
      return "dd.mm.yyyy hh:mm";
    case CellFormat::percent:
      return "0.00%";
    case CellFormat::text:
      return "@";
    default:
      return "";
  }
}

/// Copies one received sheet cell by cell, top to bottom. A finding may also be at a blank cell.
class SheetCopy {
 public:
  SheetCopy(Workbook& workbook, report::Grid& grid, size_t index, const Marks& marks)
      : workbook_(workbook),
        grid_(grid),
        index_(index),
        marks_(marks),
        sheet_(workbook.add_sheet(grid.sheets()[index].name, grid.sheets()[index].hidden)) {}

  std::string run() {
    const auto cursor = grid_.rows(index_);
    auto mark = marks_.begin();
    report::GridRow row;
    while (cursor->next(row)) {
      for (; mark != marks_.end() && mark->first.first < row.row; ++mark) write_missing(*mark);
      copy_row(row, mark);
    }
    for (; mark != marks_.end(); ++mark) write_missing(*mark);
    set_widths();
    return sheet_->name;
  }

 private:
  void copy_row(const report::GridRow& row, Marks::const_iterator& mark) {
    constexpr size_t kTableCells = 3;  // a line of text above the table runs on to the right instead
    Style style;
    style.wrap = row.cells.size() >= kTableCells;
    for (const auto& cell : row.cells) {
      const std::pair<int, int> at(row.row, cell.column);
      for (; mark != marks_.end() && mark->first < at; ++mark) write_missing(*mark);
      const bool marked = mark != marks_.end() && mark->first == at;
      style.number_format = number_format(cell.format);
      style.fill = marked ? fill_of(mark->second.severity) : 0;
      copy_cell(row.row, cell, workbook_.format(style));
      if (style.wrap) note_width(cell);
      if (marked) comment(*mark++);
    }
    for (; mark != marks_.end() && mark->first.first == row.row; ++mark) write_missing(*mark);
  }

  void copy_cell(int row, const report::GridCell& cell, lxw_format* format) {
    const auto r = static_cast<lxw_row_t>(row - 1);
    const auto c = static_cast<lxw_col_t>(cell.column - 1);
    double number = 0;
    const char* end = cell.text.data() + cell.text.size();
    if (cell.kind == CellKind::number && std::from_chars(cell.text.data(), end, number).ptr == end) {
      constexpr double kDaysTo1904 = 1462;
      const bool dated = cell.format == CellFormat::date || cell.format == CellFormat::date_time;
      worksheet_write_number(sheet_, r, c,
                             number + (dated && grid_.date_system() == report::DateSystem::from_1904 ? kDaysTo1904 : 0),
                             format);
    } else if (cell.kind == CellKind::boolean) {
      worksheet_write_boolean(sheet_, r, c, cell.text == "true" ? 1 : 0, format);
    } else if (cell.kind == CellKind::blank) {
      worksheet_write_blank(sheet_, r, c, format);
    } else {
      worksheet_write_string(sheet_, r, c, text_(cell.text), format);
    }
  }

  void write_missing(const Marks::value_type& mark) {
    Style style;
    style.fill = fill_of(mark.second.severity);
    worksheet_write_blank(sheet_, static_cast<lxw_row_t>(mark.first.first - 1),
                          static_cast<lxw_col_t>(mark.first.second - 1), workbook_.format(style));
    comment(mark);
  }

  void comment(const Marks::value_type& mark) {
    lxw_comment_options options{};
    options.color = fill_of(mark.second.severity);
    options.width = 320;
    options.height = 120;
    require_ok(worksheet_write_comment_opt(sheet_, static_cast<lxw_row_t>(mark.first.first - 1),
                                           static_cast<lxw_col_t>(mark.first.second - 1), text_(mark.second.text),
                                           &options));
  }

  void note_width(const report::GridCell& cell) {
    if (cell.column > kMaxColumns) return;
    const auto column = static_cast<size_t>(cell.column);
    if (widths_.size() <= column) widths_.resize(column + 1);
    widths_[column] = std::max(widths_[column], std::min<size_t>(cell.text.size(), 200) / 2);
  }

  void set_widths() {
    for (size_t i = 1; i < widths_.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i - 1);
      worksheet_set_column(sheet_, column, column, static_cast<double>(std::clamp<size_t>(widths_[i], 9, 28)), nullptr);
    }
  }

  Workbook& workbook_;
  report::Grid& grid_;
  size_t index_;
  const Marks& marks_;
  lxw_worksheet* sheet_;
  CellText text_;
  std::vector<size_t> widths_;
};

}  // namespace

void annotate(report::Grid& grid, const report::Findings& findings,
              const std::function<std::string(const Message&)>& say, const std::filesystem::path& file) {
  auto marks = marks_of(findings, say);
  OutputFile output(file);
  document::Document properties;
  properties.title = file.filename().string();
  Workbook workbook(output.path(), properties, true);
  SheetNames names;
  for (size_t i = 0; i < grid.sheets().size(); ++i) {
    const std::string& name = grid.sheets()[i].name;
    names.emplace(name, SheetCopy(workbook, grid, i, marks[name]).run());
  }
  write_findings_sheet(workbook, findings, names, say);
  workbook.close(file);
  output.keep();
}

}  // namespace esep::xlsx
