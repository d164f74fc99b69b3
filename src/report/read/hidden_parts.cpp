// SPDX-License-Identifier: MIT
#include "report/read/hidden_parts.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/shown_text.h"
#include "report/cell_reference.h"

namespace esep::report {

namespace {

constexpr size_t kMostHiddenPlaces = 10;

std::string listed(const std::vector<std::pair<int, int>>& rows) {
  std::vector<std::string> places;
  for (const auto& [first, last] : rows)
    places.push_back(std::to_string(first) + (first == last ? "" : "–" + std::to_string(last)));
  return join_first(std::move(places), kMostHiddenPlaces);
}

// Crossed out by its font, or by a sign over each letter.
bool is_struck(const GridCell& cell) {
  constexpr std::array<std::string_view, 4> kOverlays{"\u0335", "\u0336", "\u0337", "\u0338"};
  return cell.marks.struck || (cell.kind == CellKind::text && cell.text.find('\xCC') != std::string::npos &&
                               std::any_of(kOverlays.begin(), kOverlays.end(), [&](std::string_view one) {
                                 return cell.text.find(one) != std::string::npos;
                               }));
}

// A heading field of another type has its own finding at a raised digit.
bool is_field_of_text(const form::FormDefinition& form, const std::string& id) {
  return std::none_of(form.fields.begin(), form.fields.end(), [&](const form::Field& field) {
    return field.id == id && field.source == form::FieldSource::input && field.type != form::ColumnType::text;
  });
}

}  // namespace

HiddenParts::HiddenParts(const ReceivedFile& file, const Layout& layout)
    : file_(file),
      sheet_(layout.sheet),
      printed_(file.grid.printed(layout.sheet)),
      pictures_(file.grid.unread(layout.sheet).pictures) {
  for (size_t i = 0; i < layout.columns.size(); ++i) {
    if (file.form.columns[i].type == form::ColumnType::text) text_columns_.insert(layout.columns[i]);
  }
  for (const MergedRange& range : file.grid.merged(layout.sheet)) merged_.push_back({range, ""});
  std::sort(merged_.begin(), merged_.end(),
            [](const auto& a, const auto& b) { return a.range.first_row > b.range.first_row; });
  for (const Layout::FieldCell& field : layout.fields) {
    if (field.cell.kind == CellKind::blank) continue;
    if (field.cell.hidden) hidden_fields_.emplace_back(field.row, field.cell.column);
    const bool text = is_field_of_text(file.form, field.field);
    const CellMarks& marks = field.cell.marks;
    if (is_struck(field.cell) && (text || !marks.partly)) take_place(marked_.struck, field.row, field.cell);
    GridCell seen = field.cell;  // a blank's own row has one line, and a long name there is no fault of the agency
    seen.marks.low = seen.marks.low && seen.text.find('\n') != std::string::npos;
    take_room(merged_, field.row, seen);
    take_marks(field.row, field.cell, text);
  }
}

void HiddenParts::take_row(Runs& rows, int row) {
  if (!rows.empty() && rows.back().second >= row - 1) {
    rows.back().second = row;
  } else {
    rows.emplace_back(row, row);
  }
}

void HiddenParts::take_place(Places& places, int row, const GridCell& cell) {
  if (places.names.size() > kMostHiddenPlaces) return;
  places.names.push_back(cell_name(row, cell.column));
  if (places.names.size() > 1) return;
  places.row = row;
  places.cell = places.names.front();
}

void HiddenParts::take(const GridRow& row, const std::vector<const GridCell*>& cells) {
  const bool struck =
      cells.size() > 1 && std::all_of(cells.begin(), cells.end(), [](auto* one) { return is_struck(*one); });
  if (struck) take_row(struck_rows_, row.row);
  reach(row.row);
  for (const GridCell* cell : cells) {
    take_cell(row, *cell);
    take_merged(row.row, *cell);
    const bool text = text_columns_.contains(cell->column);
    const bool error = cell->marks.partly && !text;
    if (is_struck(*cell) && !struck && !error) take_place(marked_.struck, row.row, *cell);
    take_room(open_, row.row, *cell);
    take_marks(row.row, *cell, text);
  }
}

// Rows come from above.
void HiddenParts::reach(int row) {
  constexpr size_t kMostOpen = 1000;  // more than columns of any form
  std::erase_if(open_, [&](const MergedCells& one) { return one.range.last_row < row; });
  for (; !merged_.empty() && merged_.back().range.first_row <= row; merged_.pop_back()) {
    const bool holds = merged_.back().range.last_row >= row && open_.size() < kMostOpen;
    if (holds) open_.push_back(std::move(merged_.back()));
  }
}

bool HiddenParts::is_in(const std::vector<MergedRange>& ranges, int row, const GridCell& cell) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const MergedRange& range) {
    return range.first_row <= row && row <= range.last_row && range.first_column <= cell.column &&
           cell.column <= range.last_column;
  });
}

bool HiddenParts::is_printed(int row, const GridCell& cell) const {
  return printed_.empty() || is_in(printed_, row, cell);
}

// Cells that are merged with it give it more room.
void HiddenParts::take_room(const std::vector<MergedCells>& ranges, int row, const GridCell& cell) {
  if (!cell.marks.narrow && !cell.marks.low) return;
  bool wide = false, tall = false;
  for (const auto& [range, seen] : ranges) {
    if (range.first_row != row || range.first_column != cell.column) continue;
    wide = wide || range.last_column > cell.column;
    tall = tall || range.last_row > row;
  }
  if (cell.marks.narrow && !wide) take_place(marked_.narrow, row, cell);
  if (cell.marks.low && !tall) take_place(marked_.low, row, cell);
}

// The same text in each of the cells is what is shown. Numbers would be added up.
void HiddenParts::take_merged(int row, const GridCell& cell) {
  for (MergedCells& one : open_) {
    const MergedRange& range = one.range;
    if (cell.column < range.first_column || cell.column > range.last_column) continue;
    if (row == range.first_row && cell.column == range.first_column) {
      one.seen = cell.text;
    } else if (cell.kind != CellKind::text || cell.text != one.seen) {
      take_place(marked_.covered, row, cell);
    }
    return;
  }
}

void HiddenParts::take_marks(int row, const GridCell& cell, bool text) {
  if (cell.marks.faint && (text || !cell.marks.partly)) take_place(marked_.faint, row, cell);
  if (cell.marks.raised && text) take_place(marked_.raised, row, cell);
  if (cell.marks.dingbats) take_place(marked_.dingbats, row, cell);
  if (cell.marks.doubtful) take_place(marked_.doubtful, row, cell);
  if (cell.marks.repeated) take_place(marked_.repeated, row, cell);
  if (!is_printed(row, cell)) take_place(marked_.unprinted, row, cell);
  if (cell.marks.changing) take_place(marked_.changing, row, cell);
  if (is_in(pictures_, row, cell)) take_place(marked_.pictured, row, cell);
}

void HiddenParts::take_cell(const GridRow& row, const GridCell& cell) {
  if (!cell.hidden) return;
  if (row.hidden) return take_row(rows_, row.row);
  columns_.insert(cell.column);
  if (first_row_of_columns_ == 0) first_row_of_columns_ = row.row;
}

void HiddenParts::add(Message message, int row, std::string cell) {
  file_.findings.push_back(Finding::of(std::move(message))
                               .in(file_.name, file_.grid.sheets()[sheet_].name)
                               .at(row, std::move(cell))
                               .as(Severity::warning));
}

void HiddenParts::add(Message message, const Places& places) {
  if (places.names.empty()) return;
  message.args.emplace_back("cells", join_first(places.names, kMostHiddenPlaces));
  add(std::move(message), places.row, places.cell);
}

// A field in a hidden column is hidden with it.
HiddenParts::Runs HiddenParts::hidden_rows() const {
  Runs out;
  for (const auto& [row, column] : hidden_fields_) {
    if (!columns_.contains(column)) take_row(out, row);
  }
  for (const auto& run : rows_) {
    if (!out.empty() && out.back().second == run.first - 1) {
      out.back().second = run.second;
    } else {
      out.push_back(run);
    }
  }
  return out;
}

void HiddenParts::report() {
  const Runs rows = hidden_rows();
  if (!rows.empty()) add(Message("ROWS-HIDDEN", {{"rows", listed(rows)}}), rows.front().first);
  if (!struck_rows_.empty()) add(Message("ROWS-STRUCK", {{"rows", listed(struck_rows_)}}), struck_rows_.front().first);
  add(Message("CELLS-STRUCK"), marked_.struck);
  add(Message("CELLS-FAINT"), marked_.faint);
  add(Message("CELLS-RAISED"), marked_.raised);
  add(Message("CELLS-COVERED"), marked_.covered);
  add(Message("CELLS-DINGBATS"), marked_.dingbats);
  add(Message("CELLS-CONDITIONAL"), marked_.doubtful);
  add(Message("CELLS-REPEATED"), marked_.repeated);
  add(Message("CELLS-NARROW"), marked_.narrow);
  add(Message("CELLS-LOW"), marked_.low);
  add(Message("CELLS-CHANGING"), marked_.changing);
  add(Message("CELLS-UNPRINTED"), marked_.unprinted);
  add(Message("CELLS-PICTURED"), marked_.pictured);
  if (columns_.empty()) return;
  std::vector<std::string> places;
  for (const int column : columns_) places.push_back(column_letters(column));
  add(Message("COLUMNS-HIDDEN", {{"columns", join_first(std::move(places), kMostHiddenPlaces)}}), first_row_of_columns_,
      cell_name(first_row_of_columns_, *columns_.begin()));
}

}  // namespace esep::report
