// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "document/layout/columns.h"

/// The header tree over one column block, drawn once with tags and repeated on further pages. Private to the layout.
namespace esep::document {

class TableHeader {
 public:
  TableHeader(Canvas& canvas, const Table& table, const ColumnPlan& plan, size_t block);

  [[nodiscard]] double height() const { return height_; }
  /// Draws at the canvas's y and moves it. `table_node` -1: a repetition, which is an artifact.
  void draw(int table_node);

 private:
  // One header cell of the block: the part of the tree inside the block.
  struct Box {
    std::string title;
    int level = 0;
    int rows = 1;
    size_t first = 0;  // index within the block
    size_t count = 1;
  };
  void collect(const std::vector<HeaderCell>& cells, int level, size_t& leaf);
  [[nodiscard]] bool all_repeated(size_t from, size_t to) const;
  void measure();
  [[nodiscard]] double height_of(int level, int rows) const;
  [[nodiscard]] double number_height() const { return plan_.size * kCellLeading + 2 * kCellPadding; }
  void cell(const std::string& title, const CellBox& box, Face face, int node);

  Canvas& canvas_;
  const Table& table_;
  const ColumnPlan& plan_;
  size_t block_;
  const ColumnBlock& columns_;
  int depth_;
  std::vector<Box> boxes_;
  std::vector<double> level_heights_;
  double height_ = 0;
};

}  // namespace esep::document
