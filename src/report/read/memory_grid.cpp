// SPDX-License-Identifier: MIT
#include "report/read/memory_grid.h"

namespace esep::report {
namespace {

class MemoryCursor : public RowCursor {
 public:
  explicit MemoryCursor(const std::vector<std::vector<std::string>>& rows) : rows_(rows) {}

  bool next(GridRow& row) override {
    if (next_ == rows_.size()) return false;
    row = {};
    row.row = static_cast<int>(next_) + 1;
    for (size_t i = 0; i < rows_[next_].size(); ++i) {
      const std::string& text = rows_[next_][i];
      if (text.empty()) continue;
      GridCell cell;
      cell.column = static_cast<int>(i) + 1;
      cell.kind = CellKind::text;
      cell.text = text;
      row.cells.push_back(std::move(cell));
    }
    ++next_;
    return true;
  }

 private:
  const std::vector<std::vector<std::string>>& rows_;
  size_t next_ = 0;
};

}  // namespace

MemoryGrid::MemoryGrid(std::string sheet, std::vector<std::vector<std::string>> rows)
    : sheets_{{std::move(sheet), false}}, rows_(std::move(rows)) {}

std::unique_ptr<RowCursor> MemoryGrid::rows(size_t) { return std::make_unique<MemoryCursor>(rows_); }

}  // namespace esep::report
