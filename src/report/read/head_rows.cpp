// SPDX-License-Identifier: MIT
#include "report/read/head_rows.h"

#include <utility>

namespace esep::report {
namespace {

constexpr int kHeaderRows = 400;  // a table that begins further down is not looked for
constexpr size_t kHeadBytes = size_t{16} << 20;

size_t memory_of(const GridRow& row) {
  size_t out = row.cells.size() * sizeof(GridCell);
  for (const GridCell& cell : row.cells) out += cell.text.size();
  return out;
}

}  // namespace

std::vector<GridRow> head_rows(Grid& grid, size_t sheet) {
  std::vector<GridRow> out;
  const auto cursor = grid.rows(sheet);
  GridRow row;
  size_t bytes = 0;
  while (bytes < kHeadBytes && cursor->next_to(kHeaderRows, row)) {
    bytes += memory_of(row);
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace esep::report
