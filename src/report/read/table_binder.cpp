// SPDX-License-Identifier: MIT
#include "report/read/table_binder.h"

#include <algorithm>

#include "base/shown_text.h"
#include "base/text.h"
#include "form/label.h"
#include "report/read/hidden_parts.h"
#include "report/read/prepared_rows.h"
#include "report/read/sub_rows.h"
#include "report/read/written_unit.h"

namespace esep::report {

using form::Column;
using form::Value;

TableBinder::TableBinder(const ReceivedFile& file, const Layout& layout, const Head& head, const RowSink& sink)
    : file_(file),
      layout_(layout),
      head_(head),
      sink_(sink),
      edge_(file, layout),
      choices_(file.form.columns),
      doubts_(file.plausible, file.received),
      parts_(file.form),
      fixed_(file.form) {
  for (const Column& column : file.form.columns) {
    head_column_.push_back(file.form.is_head_column(column.id));
    list_of_.push_back(file.form.list_of(column.id));
  }
  row_.values.resize(file.form.columns.size());
  content_.resize(file.form.columns.size());
  record_.head.resize(file.form.columns.size());
  record_.seen.resize(file.form.columns.size());
}

int64_t TableBinder::run() {
  const auto cursor = file_.grid.rows(layout_.sheet);
  GridRow row;
  HiddenParts hidden(file_, layout_);
  PreparedRows prepared(file_.form, edge_);
  SubRows sub_rows(file_, layout_, edge_);
  std::vector<const GridCell*> cells;
  while (cursor->next(row)) {
    if (row.row <= layout_.header_row) continue;
    if (edge_.ends_at(row) || is_second_form(row)) break;
    if (head_.nil && edge_.says_nothing(row)) continue;
    if (edge_.is_stray(row) || edge_.is_blank_row(row) || prepared.keep(row)) continue;
    if (sub_rows.drop(row)) continue;
    if (const auto begun = prepared.begun_before(row)) take(*begun);
    take(row);
    cells.clear();
    for (const GridCell& cell : row.cells) {
      if (edge_.form_column_at(cell.column) >= 0 && !trim(cell.text).empty()) cells.push_back(&cell);
    }
    hidden.take(row, cells);
  }
  // Reads to the end, because damage below the notes is also damage to the file.
  while (cursor->next(row)) {
    if (!is_second_form(row)) edge_.pass_below(row);
  }
  edge_.report();
  sub_rows.report();
  hidden.report();
  for (ShownParts::Gathered& one : parts_.gathered())
    add(static_cast<int>(one.column), one.row, std::move(one.problem));
  end_record();
  report_missing_fixed_rows();
  return count_;
}

void TableBinder::add(int column, int64_t row, Message message) {
  std::string code = message.key;
  add(column, row, CellProblem{std::move(code), std::move(message)});
}

// `column`: of the form; -1: the row as a whole.
void TableBinder::add(int column, int64_t row, CellProblem problem) {
  if (file_.findings.size() > kMaxFindings) return;
  if (file_.findings.size() == kMaxFindings) {
    file_.findings.push_back(
        Finding::of(Message("FINDINGS-CUT", {{"limit", std::to_string(kMaxFindings)}})).in(file_.name, sheet()));
    return;
  }
  for (auto& [name, value] : problem.message.args) {
    if (column >= 0 && name == "title")
      value = form::told_title(file_.form, file_.form.columns[static_cast<size_t>(column)]);
  }
  file_.findings.push_back(Finding::of(std::move(problem.code), std::move(problem.message))
                               .in(file_.name, sheet())
                               .at(static_cast<int>(row), address(file_.grid, layout_, column, row))
                               .of_column(column >= 0 ? file_.form.columns[static_cast<size_t>(column)].id : "")
                               .as(problem.severity));
}

void TableBinder::read_cells(const GridRow& row) {
  std::fill(row_.values.begin(), row_.values.end(), Value{});
  std::fill(content_.begin(), content_.end(), Content::blank);
  row_.nothing.clear();
  for (const GridCell& cell : row.cells) {
    const int index = edge_.form_column_at(cell.column);
    if (index >= 0 && cell.kind != CellKind::blank) read_cell(row, cell, static_cast<size_t>(index));
  }
  for (size_t i = 0; i < content_.size(); ++i) {
    const std::string& fallback = file_.form.columns[i].default_text;
    if (!fallback.empty() && !filled(i)) row_.values[i] = parse_typed(file_.form.columns[i], fallback).value;
  }
}

void TableBinder::read_cell(const GridRow& row, const GridCell& cell, size_t column) {
  if (const Value* known = choices_.find(column, cell)) {
    content_[column] = Content::value;
    row_.values[column] = *known;
    return;
  }
  const Units& units = parts_.units(column);
  const Column& of = file_.form.columns[column];
  const GridCell plain = without_written_unit(cell, of, units);
  ParsedCell parsed = parse_cell(of, plain, file_.grid.date_system());
  choices_.keep(column, cell, parsed);
  const bool is_filled = parsed.has_error() || !form::is_blank(parsed.value);
  content_[column] = is_filled ? Content::value : parsed.dash ? Content::dash : Content::blank;
  if (content_[column] == Content::dash) row_.nothing.emplace_back(column, parsed.word);
  if (auto doubt = unit_doubt(file_.form.columns[column], cell, parsed.value, units))
    parsed.problems.push_back(std::move(*doubt));
  if (auto doubt = doubts_.about(file_.form.columns[column], parsed.value))
    parsed.problems.push_back(std::move(*doubt));
  for (CellProblem& problem : parsed.problems) {
    const std::string place = address(file_.grid, layout_, static_cast<int>(column), row.row);
    if (!parts_.take(column, row.row, place, problem)) add(static_cast<int>(column), row.row, std::move(problem));
  }
  row_.values[column] = std::move(parsed.value);
}

// One cell where a record needs many: somebody's remark, or a record to be filled in later. One finding tells it all.
bool TableBinder::is_barely_begun(const GridRow& row) {
  constexpr int kMany = 3;
  if (file_.form.rows.kind == form::RowKind::fixed || !file_.form.rows.source.empty()) return false;
  const GridCell* only = nullptr;
  for (const GridCell& cell : row.cells) {
    if (edge_.form_column_at(cell.column) < 0 || is_blank_cell(cell)) continue;
    if (only != nullptr) return false;
    only = &cell;
  }
  const auto column = static_cast<size_t>(edge_.form_column_at(only->column));
  if (!head_column_[column]) return false;
  int wanted = 0;
  for (size_t i = 0; i < head_column_.size(); ++i) {
    const bool other = i != column && layout_.columns[i] > 0;
    if (other && head_column_[i] && file_.form.columns[i].required) ++wanted;
  }
  const ParsedCell parsed = parse_cell(file_.form.columns[column], *only, file_.grid.date_system());
  const bool repeated = !form::is_blank(parsed.value) && parsed.value == record_.head[column];
  if (wanted < kMany || parsed.dash || repeated) return false;
  add(static_cast<int>(column), row.row,
      Message("ROW-INCOMPLETE", {{"row", std::to_string(row.row)}, {"value", cut_short(squeeze_spaces(only->text))}}));
  return true;
}

void TableBinder::take(const GridRow& row) {
  ++count_;
  if (is_barely_begun(row)) return;
  read_cells(row);
  row_.sheet_row = row.row;
  if (head_.nil && count_ == 1) add(-1, row.row, Message("NIL-WITH-ROWS"));
  const bool grouped = file_.form.rows.kind == form::RowKind::grouped;
  row_.first = !grouped || begins_record();
  if (row_.first) {
    begin_record(row);
  } else if (record_.number == 0) {
    add(-1, row.row, Message("ROW-NO-HEAD"));
    return;
  }
  row_.record = record_.number;
  if (grouped && !row_.first) carry_down();
  check_required();
  if (file_.form.rows.kind == form::RowKind::fixed) check_fixed();
  const int max = file_.form.rows.max;
  if (max > 0 && record_.number == max + 1 && row_.first) {
    add(-1, row.row, Message("ROWS-TOO-MANY", {{"max", std::to_string(max)}}));
  }
  sink_(row_);
}

// A record begins if a head column has another value than the row above.
bool TableBinder::begins_record() const {
  for (size_t i = 0; i < head_column_.size(); ++i) {
    if (head_column_[i] && filled(i) && (record_.number == 0 || row_.values[i] != record_.head[i])) return true;
  }
  return false;
}

void TableBinder::begin_record(const GridRow& row) {
  end_record();
  ++record_.number;
  record_.row = row.row;
  if (file_.form.rows.kind == form::RowKind::grouped) record_.head = row_.values;
}

void TableBinder::carry_down() {
  for (size_t i = 0; i < head_column_.size(); ++i) {
    if (head_column_[i]) row_.values[i] = record_.head[i];
  }
}

bool TableBinder::list_item_filled(int list) const {
  for (size_t i = 0; i < list_of_.size(); ++i) {
    if (list_of_[i] == list && filled(i)) return true;
  }
  return false;
}

// A fixed row is recognised by its preset cells at any place, in either language; each must stand in the table once.
// The register keeps the Kazakh words.
void TableBinder::check_fixed() {
  if (const auto fixed = fixed_.meet(row_.values)) {
    fixed_.set_words(*fixed, Lang::kk, row_.values);
    return;
  }
  add(-1, row_.sheet_row, CellProblem{"ROWS-FIXED", Message("ROWS-FIXED-FOREIGN")});
}

void TableBinder::report_missing_fixed_rows() {
  if (count_ == 0) return;  // ROWS-TOO-FEW says it once
  for (size_t i = 0; i < file_.form.rows.fixed.size(); ++i) {
    if (fixed_.is_met(i)) continue;
    Message message("ROWS-FIXED-MISSING", {{"title", file_.form.rows.fixed[i].title.text}});
    add(-1, 0, CellProblem{"ROWS-FIXED", std::move(message)});
  }
}

// Whether the column alone is a parallel list: then a blank cell is not an item, and required means at least one
// item.
bool TableBinder::is_list_alone(size_t column) const {
  return list_of_[column] >= 0 && file_.form.rows.lists[static_cast<size_t>(list_of_[column])].size() == 1;
}

void TableBinder::add_required(size_t column, int64_t row) {
  const Column& of = file_.form.columns[column];
  const char* key = content_[column] != Content::dash   ? "CELL-REQUIRED"
                    : of.type == form::ColumnType::text ? "DASH-IN-TEXT"
                                                        : "DASH-IN-CELL";
  Message message(key, {{"number", of.number}, {"title", of.title.text}});
  add(static_cast<int>(column), row, CellProblem{"CELL-REQUIRED", std::move(message)});
}

void TableBinder::end_record() {
  for (size_t i = 0; record_.number > 0 && i < content_.size(); ++i) {
    const bool wanted = file_.form.columns[i].required && layout_.columns[i] > 0 && is_list_alone(i);
    if (wanted && !record_.seen[i]) add_required(i, record_.row);
  }
  std::fill(record_.seen.begin(), record_.seen.end(), false);
}

void TableBinder::check_required() {
  for (size_t i = 0; i < content_.size(); ++i) record_.seen[i] = record_.seen[i] || filled(i);
  for (size_t i = 0; i < content_.size(); ++i) {
    if (!file_.form.columns[i].required || filled(i) || layout_.columns[i] == 0) continue;
    if (is_list_alone(i)) continue;  // end_record() checks the whole record
    if (head_column_[i] ? !row_.first : !list_item_filled(list_of_[i])) continue;
    add_required(i, row_.sheet_row);
  }
}

}  // namespace esep::report
