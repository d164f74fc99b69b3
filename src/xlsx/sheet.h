// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>

#include "xlsx/check_sheet.h"
#include "xlsx/workbook.h"

namespace esep::xlsx {

inline constexpr uint32_t kOpenFill = 0xFFFDE7;  // of a cell that is filled in

/// Writes one section as a sheet, block under block, each row once and downwards.
class Sheet {
 public:
  Sheet(Workbook& workbook, const document::Document& document, const document::Section& section);
  void write();

 private:
  static constexpr double kLineHeight = 13.5;       // of a line of text, in points
  static constexpr double kTableLineHeight = 12.5;  // of a line in a table

  void block(const document::Stamp& stamp);
  void block(const document::Heading& heading);
  void block(const document::Fields& fields);
  void block(const document::Paragraph& paragraph);
  void block(const document::Table& table);
  void block(const document::Chart& chart);
  void block(const document::Signatures& signatures);
  void block(const document::PageBreak&);

  // sheet.cpp
  void set_widths();
  void page_setup();
  /// The footer of the paper, below all else, where the foot of the pages has no room for the whole.
  void write_foot();
  [[nodiscard]] int page_characters() const;
  [[nodiscard]] uint16_t pages_across() const;
  /// Width of the first `count` columns, in characters.
  [[nodiscard]] int characters_of(int count) const;
  /// Columns from the left up to the last key column, as far as they leave `most` characters wide.
  [[nodiscard]] int key_columns(const document::Table& table, int most) const;
  void cut_into_pages();
  [[nodiscard]] int heading_columns() const;
  void open_columns(const document::Table& table);
  void protect();
  /// Ends the current row with its height in points. The row is locked unless the table's own format opens it.
  void end_row(double points);
  void span(int first, int last, const std::string& text, const Style& style);
  /// Columns from the left that together are at least `characters` wide.
  [[nodiscard]] int columns_for(int characters) const;
  /// The number of lines of a text in these columns, in letters of `size` points.
  [[nodiscard]] int lines(const std::string& text, int first, int last, int size = 10) const;

  // sheet_fields.cpp
  void identity(const document::Fields& fields);
  void field(const document::Field& field, int label_last, int value_last);

  // sheet_header.cpp
  void header(const document::Table& table);
  void header_cell(const document::HeaderCell& cell, int depth, int rows, int& column, int top);
  [[nodiscard]] int header_lines(const document::Table& table, int depth, int rows) const;
  /// [first, end) cut where printed pages end.
  [[nodiscard]] std::vector<std::pair<int, int>> page_parts(int first, int end) const;
  void freeze(const document::Table& table, int top);

  // sheet_rows.cpp
  struct ColumnFormats {  // of ordinary cells, by the edges that are drawn
    std::array<lxw_format*, 4> by_edges{};
  };
  void body(const document::Table& table);
  void row(const document::Table& table, const document::Row& row, const document::Row* next,
           std::vector<ColumnFormats>& formats);
  lxw_format* format_of(const document::Table& table, size_t column, const document::Row& row, bool joined_below,
                        std::vector<ColumnFormats>& formats);
  void fit_row(const document::Table& table, const document::Row& row);
  void cell(int column, const document::Cell& cell, lxw_format* format);
  void link(int column, const document::Cell& cell, lxw_format* format);
  void value(int column, const form::Value& value, lxw_format* format);
  void note(int column, const document::Note& note);

  // sheet_chart.cpp
  void tiles(const document::Chart& chart);
  void chart_figures(const document::Chart& chart, lxw_worksheet* sheet, int& row);
  void draw(const document::Chart& chart, const char* figures, lxw_row_t first);

  // sheet_input.cpp
  void open_check();
  void close_check();
  void validation(int first_row, int last_row, int column, const document::InputSpec& input);

  [[nodiscard]] lxw_row_t at() const { return static_cast<lxw_row_t>(row_); }

  Workbook& workbook_;
  const document::Document& document_;
  const document::Section& section_;
  lxw_worksheet* sheet_;
  CellText text_;
  int row_ = 0;        // next free row, 0-based
  int columns_ = 8;    // width of the sheet in columns
  double height_ = 0;  // of the rows so far, points
  std::vector<int> widths_;
  int repeated_ = 0;            // columns that stand on every printed page
  std::vector<int> page_ends_;  // the column behind the last of each page side by side
  int widest_page_ = 0;         // of several, in characters
  bool table_seen_ = false;
  int links_ = 0;
  std::optional<CheckSheet> check_;  // of an input section
};

[[nodiscard]] lxw_col_t at_column(int column);

}  // namespace esep::xlsx
