// SPDX-License-Identifier: MIT
#include "report/read/lost_lines.h"

#include <algorithm>

#include "base/shown_text.h"
#include "base/text.h"
#include "report/cell_reference.h"
#include "report/read/parse_cell.h"
#include "report/read/parse_date.h"

namespace esep::report {
namespace {

using OtherCell = Layout::OtherCell;

constexpr int kSearchedRows = 400;

bool is_found(const Layout& layout, const form::Field& field) {
  return std::any_of(layout.fields.begin(), layout.fields.end(),
                     [&](const Layout::FieldCell& at) { return at.field == field.id; });
}

// An entry with a label of its own, or in the place of the entries.
const OtherCell* unread_entry(const Layout& layout) {
  int first = 0, last = 0;
  for (const auto& at : layout.fields) {
    first = first == 0 ? at.row : std::min(first, at.row);
    last = std::max(last, at.row);
  }
  for (const OtherCell& other : layout.others) {
    if (other.row <= first) continue;
    const bool in_place = std::any_of(layout.fields.begin(), layout.fields.end(),
                                      [&](const auto& at) { return at.cell.column == other.cell.column; });
    if (!other.label.empty() || (in_place && other.row < last)) return &other;
  }
  return nullptr;
}

// Whether a row of another sheet could be one of the table.
class RowLikeness {
 public:
  RowLikeness(const ReceivedFile& file, const Layout& layout) : file_(file), layout_(layout) {
    constexpr size_t kFewest = 3;
    const auto required = std::count_if(file.form.columns.begin(), file.form.columns.end(),
                                        [](const form::Column& column) { return column.required; });
    wanted_ = std::max(kFewest, (static_cast<size_t>(required) + 1) / 2);
  }

  [[nodiscard]] bool is_like(const GridRow& row) const {
    size_t filled = 0, typed = 0;
    for (const GridCell& cell : row.cells) {
      const auto at = std::find(layout_.columns.begin(), layout_.columns.end(), cell.column);
      if (at == layout_.columns.end() || cell.kind == CellKind::blank || trim(cell.text).empty()) continue;
      const form::Column& column = file_.form.columns[static_cast<size_t>(at - layout_.columns.begin())];
      const ParsedCell parsed = parse_cell(column, cell, file_.grid.date_system());
      if (parsed.has_error()) return false;
      ++filled;
      const bool is_number = column.type == form::ColumnType::integer && cell.text.size() <= 2;  // a number of a row
      typed += column.type != form::ColumnType::text && !is_number && !form::is_blank(parsed.value) ? 1 : 0;
    }
    return filled >= wanted_ && typed > 0;
  }

 private:
  const ReceivedFile& file_;
  const Layout& layout_;
  size_t wanted_ = 0;
};

int like_row(const ReceivedFile& file, const RowLikeness& likeness, size_t sheet) {
  const auto cursor = file.grid.rows(sheet);
  GridRow row;
  while (cursor->next_to(kSearchedRows, row)) {
    if (likeness.is_like(row)) return row.row;
  }
  return 0;
}

}  // namespace

void report_lost_lines(const ReceivedFile& file, const Layout& layout) {
  if (layout.fields.empty()) return;
  const OtherCell* entry = unread_entry(layout);
  if (entry == nullptr) return;
  for (const form::Field& field : file.form.fields) {
    if (field.source != form::FieldSource::input || field.required || is_found(layout, field)) continue;
    const std::string shown = seen_text(entry->cell, file.grid.date_system());
    const std::string line = entry->label.empty() ? shown : entry->label + ": " + shown;
    const std::string cell = file.grid.has_cells() ? cell_name(entry->row, entry->cell.column) : "";
    file.findings.push_back(Finding::of(Message("HEADING-LINE-UNREAD", {{"title", field.title.text},
                                                                        {"shown", cut_short(squeeze_spaces(line))}}))
                                .in(file.name, file.grid.sheets()[layout.sheet].name)
                                .at(entry->row, cell)
                                .of_column(field.id)
                                .as(Severity::warning));
  }
}

void report_further_sheets(const ReceivedFile& file, const Layout& layout) {
  const RowLikeness likeness(file, layout);
  const std::vector<SheetInfo>& sheets = file.grid.sheets();
  for (size_t i = 0; i < sheets.size(); ++i) {
    const std::string& name = sheets[i].name;
    if (i == layout.sheet || sheets[i].hidden || form::WorkbookIdentity::is_own_sheet(name)) continue;
    const bool told = std::any_of(file.findings.begin(), file.findings.end(), [&](const Finding& one) {
      return one.code.starts_with("TABLE-") && one.sheet == name;
    });
    const int row = told ? 0 : like_row(file, likeness, i);
    if (row == 0) continue;
    file.findings.push_back(Finding::of(Message("SHEET-ROWS", {{"sheet", name}, {"read", sheets[layout.sheet].name}}))
                                .in(file.name, name)
                                .at(row)
                                .as(Severity::warning));
  }
}

}  // namespace esep::report
