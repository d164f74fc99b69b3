// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include "intake/xml_part.h"

namespace esep::intake {

/// What a sheet does not show: rows and columns that are hidden, too low or too narrow; zeros.
class SheetMeasures {
 public:
  /// `<sheetFormatPr>`: the measures of what has none of its own.
  void take_defaults(XmlAttributes attributes);
  /// `<col>`: a range of columns.
  void take_columns(XmlAttributes attributes);
  /// `<sheetView>`.
  void take_view(XmlAttributes attributes);

  [[nodiscard]] bool hides_zeros() const { return no_zeros_; }
  [[nodiscard]] bool hides_rows() const { return low_; }
  [[nodiscard]] static bool is_low(std::string_view height);
  [[nodiscard]] bool hides_column(int column) const;

 private:
  std::vector<std::pair<int, int>> hidden_;  // first and last of each range
  std::vector<std::pair<int, int>> shown_;   // those that have a width of their own, where the others are narrow
  bool narrow_ = false;
  bool low_ = false;
  bool no_zeros_ = false;
};

}  // namespace esep::intake
