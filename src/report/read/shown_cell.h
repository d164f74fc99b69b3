// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/read/parse_cell.h"

namespace esep::report {

/// Compares what a person reads in a cell with what was read from it. CELL-SHOWN where that is another number, date or
/// text, or nothing; the warning CELL-SHOWN-PART where it is rounded, or a date lacks its day, month or year. A cell
/// with an error has its finding already.
void judge_shown(const form::ValueSpec& column, const GridCell& cell, ParsedCell& parsed);

/// The warnings CELL-SHOWN-PART of one file: a column with many such cells is one finding.
class ShownParts {
 public:
  /// Whether the problem is such a warning; then it is kept.
  [[nodiscard]] bool take(size_t column, int row, std::string cell, const CellProblem& problem);
  /// One problem for each column, with its row.
  struct Gathered {
    size_t column = 0;
    int row = 0;
    CellProblem problem;
  };
  [[nodiscard]] std::vector<Gathered> gathered() const;

 private:
  struct Part {
    int row = 0;
    CellProblem problem;
    int count = 0;
    std::string further;  // places of the next ones
  };
  std::map<size_t, Part> parts_;
};

}  // namespace esep::report
