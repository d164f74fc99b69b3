// SPDX-License-Identifier: MIT
#include "report/read/prepared_rows.h"

#include <algorithm>

#include "base/text.h"

namespace esep::report {
namespace {

// «3», «3.»
bool is_running_number(const GridCell& cell) {
  std::string text = trim(cell.text);
  if (text.ends_with('.')) text.pop_back();
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace

int running_number_column(const form::FormDefinition& form) {
  if (form.rows.kind == form::RowKind::fixed || !form.rows.source.empty() || form.columns.empty()) return -1;
  const form::Column& first = form.columns.front();
  const bool is_number = first.type == form::ColumnType::integer && first.title.text.ru.starts_with("№");
  return is_number && form.columns.size() > 1 ? 0 : -1;
}

PreparedRows::PreparedRows(const form::FormDefinition& form, const TableEdge& edge)
    : edge_(edge), number_column_(running_number_column(form)), grouped_(form.rows.kind == form::RowKind::grouped) {}

bool PreparedRows::is_numbered(const GridRow& row) const {
  return std::any_of(row.cells.begin(), row.cells.end(), [&](const GridCell& cell) {
    return edge_.form_column_at(cell.column) == number_column_ && is_running_number(cell);
  });
}

bool PreparedRows::keep(const GridRow& row) {
  if (number_column_ < 0 || !is_numbered(row)) return false;
  const bool alone = std::none_of(row.cells.begin(), row.cells.end(), [&](const GridCell& cell) {
    const int column = edge_.form_column_at(cell.column);
    return column >= 0 && column != number_column_ && !is_blank_cell(cell);
  });
  if (alone) kept_ = row;
  return alone;
}

std::optional<GridRow> PreparedRows::begun_before(const GridRow& next) {
  std::optional<GridRow> out;
  if (kept_ && grouped_ && !is_numbered(next)) out = std::move(kept_);
  kept_.reset();
  return out;
}

}  // namespace esep::report
