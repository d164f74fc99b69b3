// SPDX-License-Identifier: MIT
#include "report/read/table_edge.h"

#include <algorithm>

#include "base/shown_text.h"
#include "base/text.h"
#include "base/unicode.h"
#include "report/cell_reference.h"
#include "report/read/nil_words.h"
#include "report/read/parse_cell.h"
#include "report/read/parse_number.h"
#include "report/read/signature_row.h"
#include "report/read/stray_row.h"

namespace esep::report {
namespace {

constexpr int kMostPlacesBeside = 3;

}  // namespace

TableEdge::TableEdge(const ReceivedFile& file, const Layout& layout)
    : file_(file),
      sheet_(file.grid.sheets()[layout.sheet].name),
      words_(file.words != nullptr ? *file.words : TableWords()),
      end_marks_(file.form),
      last_row_(layout.header_row) {
  for (size_t i = 0; i < layout.columns.size(); ++i) {
    const int at = layout.columns[i];
    if (at <= 0) continue;
    if (static_cast<size_t>(at) >= form_column_.size()) form_column_.resize(static_cast<size_t>(at) + 1, -1);
    form_column_[static_cast<size_t>(at)] = static_cast<int>(i);
  }
}

int TableEdge::form_column_at(int sheet_column) const {
  const auto at = static_cast<size_t>(sheet_column);
  return at < form_column_.size() ? form_column_[at] : -1;
}

bool TableEdge::is_blank_row(const GridRow& row) const {
  return std::none_of(row.cells.begin(), row.cells.end(), [this](const GridCell& cell) {
    return form_column_at(cell.column) >= 0 && !is_blank_cell(cell);
  });
}

std::vector<const GridCell*> TableEdge::own_cells(const GridRow& row) const {
  std::vector<const GridCell*> out;
  for (const GridCell& cell : row.cells) {
    if (form_column_at(cell.column) >= 0 && !is_blank_cell(cell)) out.push_back(&cell);
  }
  return out;
}

bool TableEdge::says_nothing(const GridRow& row) const { return says_nil(own_cells(row), words_); }

// JSON names its columns itself; what it names wrongly has findings.
void TableEdge::pass_beside(const GridRow& row) {
  if (file_.grid.header_row() > 0) return;
  for (const GridCell& cell : row.cells) {
    if (form_column_at(cell.column) >= 0 || is_blank_cell(cell)) continue;
    if (beside_.count++ >= kMostPlacesBeside) continue;
    if (beside_.row == 0) beside_.row = row.row;
    beside_.places += (beside_.places.empty() ? "" : ", ") + cell_name(row.row, cell.column);
  }
}

// The office and the name of who signs. A row with all that a record needs is an entry; where the blank has all rows,
// one without what it must have is none of them.
bool TableEdge::is_signed(const std::vector<const GridCell*>& cells) const {
  if (!is_signature_row(cells, words_)) return false;
  const auto& columns = file_.form.columns;
  size_t needed = 0;
  bool lacks = false;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i].required || !file_.form.is_head_column(columns[i].id)) continue;
    ++needed;
    lacks = lacks || std::none_of(cells.begin(), cells.end(), [&](const GridCell* cell) {
              return form_column_at(cell->column) == static_cast<int>(i);
            });
  }
  return needed > cells.size() || (lacks && !file_.form.rows.source.empty());
}

// A list may hold any text, so a note under one stands apart from the entries.
bool TableEdge::may_be_note(const GridRow& row, const GridCell& first) const {
  const form::Column& column = file_.form.columns[static_cast<size_t>(form_column_at(first.column))];
  return file_.form.is_head_column(column.id) || row.row > last_row_ + 1;
}

bool TableEdge::is_stray(const GridRow& row) {
  pass_beside(row);
  const std::vector<const GridCell*> cells = own_cells(row);
  const StrayRow kind = file_.form.rows.kind == form::RowKind::fixed ? StrayRow::none : stray_row(cells, words_);
  const bool is_fixed = file_.form.rows.kind == form::RowKind::fixed;
  bool note = !cells.empty() && may_be_note(row, *cells.front()) &&
              (kind == StrayRow::note || (kind == StrayRow::none && !is_fixed && is_signed(cells)));
  bool stray = note || kind == StrayRow::total;
  if (stray) {
    const form::Column& column = file_.form.columns[static_cast<size_t>(form_column_at(cells.front()->column))];
    // «Всего» may be a choice of the form.
    stray = column.type != form::ColumnType::choice ||
            form::is_blank(parse_cell(column, *cells.front(), file_.grid.date_system()).value);
  } else {
    stray = note = goes_on_with_notes(row, cells);
  }
  if (!stray) {
    if (!cells.empty()) {
      last_row_ = row.row;
      end_notes();
    }
    return false;
  }
  const GridCell& first = *cells.front();
  if (note) {
    take_note(row, first);
    return true;
  }
  add(Severity::warning,
      Message("ROW-TOTAL", {{"row", std::to_string(row.row)}, {"value", cut_short(squeeze_spaces(first.text))}}),
      row.row, cell_name(row.row, first.column));
  return true;
}

// A name or a date under a signature, an office where a number belongs: one cell or two where a record needs many.
bool TableEdge::goes_on_with_notes(const GridRow& row, const std::vector<const GridCell*>& cells) const {
  constexpr int kNear = 3;
  constexpr int kMany = 3;
  constexpr size_t kMostCells = 2;
  const bool next = notes_.last > 0 && row.row <= notes_.last + kNear;
  if (next && is_of_signature(cells, words_) && may_be_note(row, *cells.front())) return true;
  if (cells.empty() || cells.size() > kMostCells || cells.front()->kind != CellKind::text) return false;
  if (file_.form.rows.kind == form::RowKind::fixed || !file_.form.rows.source.empty()) return false;
  const auto& columns = file_.form.columns;
  const form::Column& first = columns[static_cast<size_t>(form_column_at(cells.front()->column))];
  const auto needed = std::count_if(columns.begin(), columns.end(), [&](const form::Column& column) {
    return column.required && file_.form.is_head_column(column.id);
  });
  const bool office =
      cells.size() == kMostCells && first.type == form::ColumnType::integer && has_letter(cells.front()->text);
  return file_.form.is_head_column(first.id) && (next || office) && needed > kMany;
}

void TableEdge::take_note(const GridRow& row, const GridCell& first) {
  if (notes_.first == 0)
    notes_ = {row.row, row.row, cell_name(row.row, first.column), cut_short(squeeze_spaces(first.text))};
  notes_.last = row.row;
}

void TableEdge::end_notes() {
  if (notes_.first == 0) return;
  const bool one = notes_.first == notes_.last;
  Message message(
      one ? "ROW-NOTE" : "ROWS-NOTE",
      {{"row", std::to_string(notes_.first)}, {"last", std::to_string(notes_.last)}, {"value", notes_.value}});
  file_.findings.push_back(Finding::of("ROW-NOTE", std::move(message))
                               .in(file_.name, sheet_)
                               .at(notes_.first, file_.grid.has_cells() ? notes_.cell : std::string())
                               .as(Severity::warning));
  notes_ = {};
}

// An entry is cut off from its table without a sign, so whatever may be one is named. One cell, or two that hold no
// number, may be somebody's words.
void TableEdge::pass_below(const GridRow& row) {
  constexpr size_t kSure = 3;
  constexpr size_t kMany = 4;  // signatures have fewer cells
  const std::vector<const GridCell*> cells = own_cells(row);
  const bool full = cells.size() >= kMany && cells.size() * 10 >= file_.form.columns.size() * 6;
  const bool number = std::any_of(cells.begin(), cells.end(), [&](const GridCell* cell) {
    const form::Column& column = file_.form.columns[static_cast<size_t>(form_column_at(cell->column))];
    return form::is_numeric_type(column.type) && canonical_number(cell->text);
  });
  if ((cells.size() < 2 && !number) || end_marks_.begin(row)) return;
  const bool of_signature = stray_row(cells, words_) == StrayRow::note || is_of_signature(cells, words_);
  if (!full && of_signature) return;
  entry_below_ = entry_below_ || full || cells.size() >= kSure || (number && cells.size() > 1);
  if (below_.count++ == 0) below_.row = row.row;
}

void TableEdge::add(Severity severity, Message message, int row, const std::string& cell) {
  file_.findings.push_back(Finding::of(std::move(message))
                               .in(file_.name, sheet_)
                               .at(row, file_.grid.has_cells() ? cell : std::string())
                               .as(severity));
}

void TableEdge::report() {
  end_notes();
  if (beside_.count > 0) {
    if (beside_.count > kMostPlacesBeside) beside_.places += " …";
    add(Severity::warning, Message("CELLS-BESIDE", {{"cells", beside_.places}}), beside_.row,
        beside_.places.substr(0, beside_.places.find_first_of(", ")));
  }
  if (below_.count > 0)
    add(entry_below_ ? Severity::error : Severity::warning,
        Message("ROWS-BELOW", {{"row", std::to_string(below_.row)}}), below_.row, "");
}

}  // namespace esep::report
