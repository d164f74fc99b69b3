// SPDX-License-Identifier: MIT
#include "app/review/table_places.h"

#include <algorithm>

#include "report/cell_reference.h"
#include "report/read/locate.h"

namespace esep::app {

TablePlaces::TablePlaces(const form::FormDefinition& form, report::Grid& grid, std::string file)
    : form_(form), file_(std::move(file)) {
  report::Findings ignored;
  const auto layout = report::locate({form, grid, file_, ignored});
  if (!layout || layout->sheet >= grid.sheets().size()) return;
  sheet_ = grid.sheets()[layout->sheet].name;
  header_row_ = layout->header_row;
  columns_ = layout->columns;
}

report::Finding TablePlaces::problem_at(Message message, const report::Place& place) const {
  report::Finding out = report::Finding::of(std::move(message)).in(file_, sheet_).as(Severity::warning);
  out.column = place.column;
  if (const auto cell = report::parse_reference(place.cell)) return std::move(out).at(cell->row, place.cell);
  const int column = column_of(place.column);
  const int row = place.row > 0 ? place.row : column > 0 ? header_row_ : 0;
  return std::move(out).at(row, row > 0 && column > 0 ? report::cell_name(row, column) : "");
}

std::string TablePlaces::column_at(const std::string& cell) const {
  const auto at = report::parse_reference(cell);
  if (!at || at->row <= header_row_) return {};
  const auto found = std::find(columns_.begin(), columns_.end(), at->column);
  return found == columns_.end() ? std::string() : form_.columns[static_cast<size_t>(found - columns_.begin())].id;
}

int TablePlaces::column_of(const std::string& id) const {
  for (size_t i = 0; i < columns_.size() && i < form_.columns.size(); ++i) {
    if (form_.columns[i].id == id) return columns_[i];
  }
  return 0;
}

}  // namespace esep::app
