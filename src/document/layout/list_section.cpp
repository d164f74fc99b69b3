// SPDX-License-Identifier: MIT
#include "document/layout/list_section.h"

#include <algorithm>

namespace esep::document {
namespace {

using Columns = std::vector<size_t>;

class SomeColumns : public RowCursor {
 public:
  SomeColumns(std::unique_ptr<RowCursor> rows, Columns columns)
      : rows_(std::move(rows)), columns_(std::move(columns)) {}

  bool next(Row& row) override {
    if (!rows_->next(row)) return false;
    if (row.kind == Row::Kind::section) return true;
    std::vector<Cell> cells;
    for (const size_t column : columns_) cells.push_back(column < row.cells.size() ? row.cells[column] : Cell{});
    row.cells = std::move(cells);
    return true;
  }

 private:
  std::unique_ptr<RowCursor> rows_;
  Columns columns_;
};

Columns filled_columns(const Table& table) {
  std::vector<bool> filled(table.columns.size());
  const auto rows = table.rows();
  Row row;
  while (rows->next(row)) {
    if (row.kind == Row::Kind::section) continue;
    for (size_t i = 0; i < std::min(filled.size(), row.cells.size()); ++i)
      filled[i] = filled[i] || !form::is_blank(row.cells[i].value);
  }
  Columns out;
  for (size_t i = 0; i < filled.size(); ++i) {
    if (filled[i]) out.push_back(i);
  }
  return out;
}

// Of a list every heading is a leaf.
bool is_plain(const Table& table) {
  return table.rows && table.header.size() == table.columns.size() &&
         std::all_of(table.header.begin(), table.header.end(),
                     [](const HeaderCell& cell) { return cell.children.empty(); });
}

}  // namespace

bool has_many_rows(const Section& section) {
  int left = 200;
  Row row;
  for (const Block& block : section.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr || !table->rows) continue;
    for (const auto rows = table->rows(); left > 0 && rows->next(row);) --left;
  }
  return left == 0;
}

Section list_on_paper(const Section& section) {
  Section out = section;
  for (Block& block : out.blocks) {
    auto* table = std::get_if<Table>(&block);
    if (table == nullptr || !is_plain(*table)) continue;
    const Columns columns = filled_columns(*table);
    if (columns.empty() || columns.size() == table->columns.size()) continue;
    const Table whole = *table;
    table->columns.clear();
    table->header.clear();
    for (const size_t column : columns) {
      table->columns.push_back(whole.columns[column]);
      table->header.push_back(whole.header[column]);
    }
    table->rows = [rows = whole.rows, columns] { return std::make_unique<SomeColumns>(rows(), columns); };
  }
  return out;
}

}  // namespace esep::document
