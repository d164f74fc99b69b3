// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/read/table_edge.h"

namespace esep::report {

/// Rows «1.1», «1.2» below row 1 of a table whose first column is a running number. In a grouped form such a row that
/// fills nothing but the lists of a record goes on with that record, and is read so. Any other is a further record
/// with a wrong number, or breaks down what row 1 has in sum: nobody knows, so it is left out with one error for all.
class SubRows {
 public:
  SubRows(const ReceivedFile& file, const Layout& layout, const TableEdge& edge);
  /// Whether nothing of the row is to be read. What goes on with a record is left in `row` without its number.
  [[nodiscard]] bool drop(GridRow& row);
  /// ROW-SUBNUMBER at the first of them.
  void report() const;

 private:
  [[nodiscard]] int column_of(const GridCell& cell) const;
  [[nodiscard]] std::string parent_in(const GridCell& cell) const;

  const ReceivedFile& file_;
  const Layout& layout_;
  const TableEdge& edge_;
  int number_column_ = -1;  // of the form; -1: it has no running numbers
  std::string last_;        // whole number
  std::string parent_, value_;
  int row_ = 0;
  std::vector<std::string> places_;
};

}  // namespace esep::report
