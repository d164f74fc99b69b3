// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include "intake/xml_part.h"
#include "report/cell_reference.h"
#include "report/read/grid.h"

namespace esep::intake {

/// What a sheet does not show: rows and columns that are hidden, too low or too narrow, or frozen out of reach; zeros;
/// values of formulas.
class SheetMeasures {
 public:
  /// `<sheetFormatPr>`: the measures of what has none of its own.
  void take_defaults(XmlAttributes attributes);
  /// `<col>`: a range of columns.
  void take_columns(XmlAttributes attributes);
  /// `<sheetView>`.
  void take_view(XmlAttributes attributes);
  /// `<pane>` of that view.
  void take_pane(XmlAttributes attributes);

  [[nodiscard]] bool hides_zeros() const { return no_zeros_; }
  [[nodiscard]] bool shows_formulas() const { return formulas_; }
  [[nodiscard]] bool hides_rows() const { return low_; }
  /// Rows above the frozen ones cannot be scrolled to.
  [[nodiscard]] bool cuts_row(int row) const { return row < first_row_; }
  /// For so many digits a column has room.
  [[nodiscard]] double room(int column) const;
  /// The same with the columns that are merged with the cell; after some thousand questions without bound.
  [[nodiscard]] double merged_room(report::CellReference cell, const std::vector<report::MergedRange>& merged);
  /// `<row>`: its height, and whether it stays so whatever is written into the row.
  void take_row(std::string_view height, bool fixed);
  /// Of the row, in points; 0: it follows its texts.
  [[nodiscard]] double fixed_height() const { return row_height_; }
  [[nodiscard]] static bool is_low(std::string_view height);
  [[nodiscard]] bool hides_column(int column) const;

 private:
  void take_width(XmlAttributes attributes, double width);

  std::vector<std::pair<int, int>> hidden_;  // first and last of each range
  std::vector<std::pair<int, int>> shown_;   // those that have a width of their own, where the others are narrow
  size_t ranges_ = 0;
  size_t asked_ = 0;
  std::vector<double> widths_;  // of columns; 0: the common one
  double width_ = 0;            // the common one
  double height_ = 0;           // of rows that have none of their own, if it is fixed; else 0
  double row_height_ = 0;
  int first_row_ = 1, first_column_ = 1;  // that can be seen
  report::CellReference top_left_{1, 1};  // of the view
  bool formulas_ = false;
  bool narrow_ = false;
  bool low_ = false;
  bool no_zeros_ = false;
};

}  // namespace esep::intake
