// SPDX-License-Identifier: MIT
#include "document/layout/header.h"

#include <algorithm>
#include <numeric>

#include "document/header_tree.h"

namespace esep::document {

TableHeader::TableHeader(Canvas& canvas, const Table& table, const ColumnPlan& plan, size_t block)
    : canvas_(canvas),
      table_(table),
      plan_(plan),
      block_(block),
      columns_(plan.blocks[block]),
      depth_(std::max(depth_of(table.header), 1)) {
  size_t leaf = 0;
  collect(table_.header, 0, leaf);
  std::stable_sort(boxes_.begin(), boxes_.end(), [](const Box& a, const Box& b) {
    return std::pair(a.level, a.first) < std::pair(b.level, b.first);
  });
  measure();
}

// The part of the tree over the block's columns; adjacent columns of one group stay together.
void TableHeader::collect(const std::vector<HeaderCell>& cells, int level, size_t& leaf) {
  const auto& columns = columns_.columns;
  for (const HeaderCell& cell : cells) {
    if (cell.children.empty()) {
      const auto at = std::find(columns.begin(), columns.end(), leaf++);
      if (at != columns.end())
        boxes_.push_back({cell.title, level, depth_ - level, static_cast<size_t>(at - columns.begin()), 1});
      continue;
    }
    const size_t first_leaf = leaf;
    collect(cell.children, level + 1, leaf);
    const size_t none = columns.size() + 1;
    size_t begin = none;
    for (size_t k = 0; k <= columns.size(); ++k) {
      const bool inside = k < columns.size() && columns[k] >= first_leaf && columns[k] < leaf;
      if (inside && begin == none) begin = k;
      if (inside || begin == none) continue;
      // Repeated key columns do not repeat the long title of their group.
      boxes_.push_back({all_repeated(begin, k) ? "" : cell.title, level, 1, begin, k - begin});
      begin = none;
    }
  }
}

bool TableHeader::all_repeated(size_t from, size_t to) const {
  for (size_t k = from; k < to; ++k) {
    const size_t column = columns_.columns[k];
    const bool earlier = std::any_of(plan_.blocks.begin(), plan_.blocks.begin() + static_cast<std::ptrdiff_t>(block_),
                                     [&](const ColumnBlock& block) { return block.has(column); });
    if (!earlier) return false;
  }
  return true;
}

double TableHeader::height_of(int level, int rows) const {
  return std::accumulate(level_heights_.begin() + level, level_heights_.begin() + level + rows, 0.0);
}

void TableHeader::measure() {
  const double line = plan_.size * kCellLeading;
  level_heights_.assign(static_cast<size_t>(depth_), line + 2 * kCellPadding);
  const auto wanted = [&](const Box& box) {
    const double width = columns_.left_of(box.first + box.count) - columns_.left_of(box.first);
    const auto lines = canvas_.lines(box.title, width - 2 * kCellPadding, Face::bold, plan_.size);
    return static_cast<double>(lines.size()) * line + 2 * kCellPadding;
  };
  for (const Box& box : boxes_) {
    double& height = level_heights_[static_cast<size_t>(box.level)];
    if (box.rows == 1) height = std::max(height, wanted(box));
  }
  for (const Box& box : boxes_) {
    const double have = height_of(box.level, box.rows);
    level_heights_[static_cast<size_t>(box.level + box.rows - 1)] += std::max(wanted(box) - have, 0.0);
  }
  height_ = height_of(0, depth_) + (table_.number_row ? number_height() : 0);
}

void TableHeader::draw(int table_node) {
  const bool tagged = table_node >= 0;
  std::vector<int> rows;
  for (int level = 0; tagged && level < depth_ + (table_.number_row ? 1 : 0); ++level) {
    rows.push_back(canvas_.node(StructNode::Kind::row, table_node));
  }
  const double top = canvas_.y;
  for (const Box& box : boxes_) {
    int node = -1;
    if (tagged) {
      node = canvas_.node(StructNode::Kind::header_cell, rows[static_cast<size_t>(box.level)]);
      canvas_.result.structure.back().column_span = static_cast<uint16_t>(box.count);
      canvas_.result.structure.back().row_span = static_cast<uint16_t>(box.rows);
    }
    const double left = columns_.left_of(box.first);
    const double width = columns_.left_of(box.first + box.count) - left;
    cell(box.title, {canvas_.left() + left, top + height_of(0, box.level), width, height_of(box.level, box.rows)},
         Face::bold, node);
  }
  canvas_.y = top + height_of(0, depth_);
  if (!table_.number_row) return;
  for (size_t k = 0; k < columns_.columns.size(); ++k) {
    const int node = tagged ? canvas_.node(StructNode::Kind::header_cell, rows.back()) : -1;
    cell(table_.columns[columns_.columns[k]].number,
         {canvas_.left() + columns_.left_of(k), canvas_.y, columns_.widths[k], number_height()}, Face::regular, node);
  }
  canvas_.y += number_height();
}

void TableHeader::cell(const std::string& title, const CellBox& box, Face face, int node) {
  canvas_.fill({box.x, box.y, box.width, box.height, {0.93, 0.95, 0.98}});
  canvas_.stroke(box.x, box.y, box.x + box.width, box.y);
  canvas_.stroke(box.x, box.y + box.height, box.x + box.width, box.y + box.height);
  canvas_.stroke(box.x, box.y, box.x, box.y + box.height);
  canvas_.stroke(box.x + box.width, box.y, box.x + box.width, box.y + box.height);
  canvas_.cell(box);
  const double size = plan_.size;
  const auto lines = canvas_.lines(title, box.width - 2 * kCellPadding, face, size);
  double y = box.y + (box.height - static_cast<double>(lines.size()) * size * kCellLeading) / 2;
  for (const auto& line : lines) {
    canvas_.text(box.x + (box.width - canvas_.text_width(line.text, face, size)) / 2, y + size, line, face, size, node);
    y += size * kCellLeading;
  }
}

}  // namespace esep::document
