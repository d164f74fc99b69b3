// SPDX-License-Identifier: MIT
#pragma once

#include "xlsx/workbook.h"

namespace esep::xlsx {

/// One section being written as a sheet, block under block.
class Sheet {
 public:
  Sheet(Workbook& workbook, const document::Document& document, const document::Section& section);
  void write();

 private:
  void block(const document::Stamp& stamp);
  void block(const document::Heading& heading);
  void block(const document::Fields& fields);
  void block(const document::Paragraph& paragraph);
  void block(const document::Table& table);
  void block(const document::Chart& chart);
  void block(const document::Signatures& signatures);
  void block(const document::PageBreak&);

  void set_widths();
  void page_setup();
  void span(int first, int last, const std::string& text, const Style& style);
  void open_cells(int first, int last, const document::InputSpec& input, const Style& style);
  void header(const document::Table& table);
  void header_cell(const document::HeaderCell& cell, int depth, int rows, int& column, int top);
  void header_row(const std::vector<document::HeaderCell>& cells, int depth, int rows, int top);
  void body(const document::Table& table);
  void cell(int column, const document::Cell& cell, const document::TableColumn& description, bool total);
  void value(int column, const form::Value& value, lxw_format* format);
  void validation(int first_row, int last_row, int column, const document::InputSpec& input);
  void note(int column, const document::Note& note);
  /// Columns from the left that together are at least `characters` wide.
  [[nodiscard]] int columns_for(int characters) const;
  [[nodiscard]] int lines(const std::string& text, int first, int last) const;

  Workbook& workbook_;
  const document::Document& document_;
  const document::Section& section_;
  lxw_worksheet* sheet_;
  int row_ = 0;      // next free row, 0-based
  int columns_ = 8;  // width of the sheet in columns
  std::vector<int> widths_;
  bool table_seen_ = false;
};

}  // namespace esep::xlsx
