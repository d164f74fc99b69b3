// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "document/layout/canvas.h"

/// The column blocks of a table, their widths and the letter size. Private to the layout.
namespace esep::document {

inline constexpr double kCellPadding = 2.6;
inline constexpr double kCellLeading = 1.22;

struct ColumnBlock {
  std::vector<size_t> columns;
  std::vector<double> widths;  // together the width of the page

  [[nodiscard]] bool has(size_t column) const;
  [[nodiscard]] double left_of(size_t index) const;  // from the block's left edge
};

struct ColumnPlan {
  double size = 9;
  std::vector<ColumnBlock> blocks;  // each column in exactly one, key columns in all of them
};
/// Whether a row of a record with a text in `column` takes a row of a block of `columns`: the block has the column, or
/// another one of its list, and the rows of a list line up in all blocks.
[[nodiscard]] bool takes_row(const Table& table, const std::vector<size_t>& columns, size_t column);

/// Reads all rows once.
[[nodiscard]] ColumnPlan plan_columns(const Canvas& canvas, const Table& table);

/// The text of a cell on paper.
[[nodiscard]] std::string shown_text(const Canvas& canvas, const Table& table, size_t column, const Cell& cell);

}  // namespace esep::document
