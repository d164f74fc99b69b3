// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "report/read/parse_cell.h"
#include "report/read/units.h"

namespace esep::report {

/// Compares what a person reads in a cell with what was read from it. CELL-SHOWN where that is another number, date or
/// text, or nothing; the warning CELL-SHOWN-PART where it is rounded, or a date lacks its day, month or year. A cell
/// with an error has its finding already.
void judge_shown(const form::ValueSpec& column, const GridCell& cell, ParsedCell& parsed);

/// In a column whose values are given in the units `wanted`: the cell without what its format says of that same unit
/// («12 тыс.» of 12 in thousands).
[[nodiscard]] GridCell without_unit(GridCell cell, const Units& wanted);
/// CELL-SHOWN-PART where tenge stand beside a value of a column of thousands.
[[nodiscard]] std::optional<CellProblem> unit_doubt(const form::ValueSpec& column, const GridCell& cell,
                                                    const form::Value& value, const Units& wanted);

/// The warnings CELL-SHOWN-PART of one file: a column with many such cells is one finding.
class ShownParts {
 public:
  explicit ShownParts(const form::FormDefinition& form);
  /// In which the values of a column are given.
  [[nodiscard]] const Units& units(size_t column) const { return units_[column]; }
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
  std::vector<Units> units_;
  std::map<size_t, Part> parts_;
};

}  // namespace esep::report
