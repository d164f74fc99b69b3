// SPDX-License-Identifier: MIT
#include "report/read/sub_rows.h"

#include <algorithm>

#include "base/replace_all.h"
#include "base/shown_text.h"
#include "base/text.h"
#include "report/cell_reference.h"
#include "report/read/parse_date.h"
#include "report/read/prepared_rows.h"

namespace esep::report {
namespace {

bool is_number(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

}  // namespace

SubRows::SubRows(const ReceivedFile& file, const Layout& layout, const TableEdge& edge)
    : file_(file), layout_(layout), edge_(edge), number_column_(running_number_column(file.form)) {}

int SubRows::column_of(const GridCell& cell) const {
  return is_blank_cell(cell) ? -1 : edge_.form_column_at(cell.column);
}

// «1» of «1.1», «1,2», «1.1.3.»; of a day, too: Excel makes the first of January of a «1.1» that is typed.
std::string SubRows::parent_in(const GridCell& cell) const {
  std::string text = trim(cell.text);
  if (cell.format == CellFormat::date && cell.kind == CellKind::number) {
    const auto day = date_from_serial(cell.text, file_.grid.date_system());
    text = day ? std::to_string(day->day()) + "." + std::to_string(day->month()) : "";
  }
  if (text.ends_with('.')) text.pop_back();
  const std::vector<std::string> parts = split(replace_all(std::move(text), ",", "."), '.');
  return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), is_number) ? parts.front() : "";
}

bool SubRows::drop(GridRow& row) {
  if (number_column_ < 0) return false;
  const auto number = std::find_if(row.cells.begin(), row.cells.end(),
                                   [&](const GridCell& cell) { return column_of(cell) == number_column_; });
  if (number == row.cells.end()) return false;
  const std::string parent = parent_in(*number);
  if (parent.empty() || parent != last_) {
    last_ = trim(number->text);
    if (last_.ends_with('.')) last_.pop_back();
    return false;
  }
  const bool grouped = file_.form.rows.kind == form::RowKind::grouped;
  const auto is_head = [&](const GridCell& cell) {
    const int column = column_of(cell);
    return column >= 0 && (!grouped || file_.form.is_head_column(file_.form.columns[static_cast<size_t>(column)].id));
  };
  const auto heads = std::count_if(row.cells.begin(), row.cells.end(), is_head);
  const std::string shown = seen_text(*number, file_.grid.date_system());
  const int column = number->column;
  std::erase_if(row.cells, is_head);
  const bool nothing_left = edge_.is_blank_row(row);
  if (heads == 1 && !nothing_left) return false;
  places_.push_back(file_.grid.has_cells() ? cell_name(row.row, column) : std::to_string(row.row));
  if (places_.size() == 1) {
    row_ = row.row;
    value_ = shown;
    parent_ = parent;
  }
  return nothing_left;
}

void SubRows::report() const {
  if (places_.empty()) return;
  constexpr size_t kMostPlaces = 10;
  const form::Column& column = file_.form.columns[static_cast<size_t>(number_column_)];
  const bool grouped = file_.form.rows.kind == form::RowKind::grouped;
  Message message(grouped ? "ROW-SUBNUMBER-GROUPED" : "ROW-SUBNUMBER", {{"title", column.title.text},
                                                                        {"value", cut_short(value_)},
                                                                        {"parent", parent_},
                                                                        {"cells", join_first(places_, kMostPlaces)}});
  file_.findings.push_back(Finding::of("ROW-SUBNUMBER", std::move(message))
                               .in(file_.name, file_.grid.sheets()[layout_.sheet].name)
                               .at(row_, file_.grid.has_cells() ? places_.front() : std::string())
                               .of_column(column.id));
}

}  // namespace esep::report
