// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "report/read/table_edge.h"

namespace esep::report {

/// The column of running numbers of a table that agencies write row by row: its first; -1: there is none.
[[nodiscard]] int running_number_column(const form::FormDefinition& form);

/// Rows that a clerk numbered beforehand and left blank are blank: nothing but a whole number stands in them, in the
/// column of running numbers. In a grouped form entries without a number below such a row belong to it; then it is a
/// row.
class PreparedRows {
 public:
  PreparedRows(const form::FormDefinition& form, const TableEdge& edge);
  /// Whether the row is such a one; it is kept until the next row.
  [[nodiscard]] bool keep(const GridRow& row);
  /// The row kept last, if `next` goes on with it.
  [[nodiscard]] std::optional<GridRow> begun_before(const GridRow& next);

 private:
  [[nodiscard]] bool is_numbered(const GridRow& row) const;

  const TableEdge& edge_;
  int number_column_ = -1;  // of the form; -1: it has no running numbers
  bool grouped_ = false;
  std::optional<GridRow> kept_;
};

}  // namespace esep::report
