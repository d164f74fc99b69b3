// SPDX-License-Identifier: MIT
#include "report/read/hidden_parts.h"

#include "base/text.h"
#include "report/cell_reference.h"

namespace esep::report {

namespace {

constexpr size_t kMostPlaces = 10;

std::string listed(std::vector<std::string> places) {
  const bool more = places.size() > kMostPlaces;
  if (more) places.resize(kMostPlaces);
  return join(places, ", ") + (more ? " …" : "");
}

}  // namespace

HiddenParts::HiddenParts(const ReceivedFile& file, const Layout& layout) : file_(file), sheet_(layout.sheet) {
  for (const Layout::FieldCell& field : layout.fields) {
    if (field.cell.hidden && field.cell.kind != CellKind::blank) take_row(field.row);
  }
}

void HiddenParts::take_row(int row) {
  if (!rows_.empty() && rows_.back().second >= row - 1) {
    rows_.back().second = row;
  } else {
    rows_.emplace_back(row, row);
  }
}

void HiddenParts::take(const GridRow& row, const GridCell& cell) {
  if (!cell.hidden) return;
  if (row.hidden) return take_row(row.row);
  columns_.insert(cell.column);
  if (first_row_of_columns_ == 0) first_row_of_columns_ = row.row;
}

void HiddenParts::report() {
  const auto add = [&](Message message, int row, std::string cell) {
    file_.findings.push_back(Finding::of(std::move(message))
                                 .in(file_.name, file_.grid.sheets()[sheet_].name)
                                 .at(row, std::move(cell))
                                 .as(Severity::warning));
  };
  if (!rows_.empty()) {
    std::vector<std::string> places;
    for (const auto& [first, last] : rows_)
      places.push_back(std::to_string(first) + (first == last ? "" : "–" + std::to_string(last)));
    add(Message("ROWS-HIDDEN", {{"rows", listed(std::move(places))}}), rows_.front().first, "");
  }
  if (!columns_.empty()) {
    std::vector<std::string> places;
    for (const int column : columns_) places.push_back(column_letters(column));
    add(Message("COLUMNS-HIDDEN", {{"columns", listed(std::move(places))}}), first_row_of_columns_,
        cell_name(first_row_of_columns_, *columns_.begin()));
  }
}

}  // namespace esep::report
