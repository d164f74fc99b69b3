// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "report/read/locate.h"
#include "report/read/received_file.h"

namespace esep::report {

/// What is read from rows and columns that a person does not see: hidden, folded or filtered away. Findings
/// ROWS-HIDDEN, COLUMNS-HIDDEN, one warning each, with their places.
class HiddenParts {
 public:
  /// `layout`: hidden heading fields are taken at once.
  HiddenParts(const ReceivedFile& file, const Layout& layout);
  /// A cell with a value that was read.
  void take(const GridRow& row, const GridCell& cell);
  void report();

 private:
  void take_row(int row);

  const ReceivedFile& file_;
  size_t sheet_;
  std::vector<std::pair<int, int>> rows_;  // first and last of each run
  std::set<int> columns_;
  int first_row_of_columns_ = 0;
};

}  // namespace esep::report
