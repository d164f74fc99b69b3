// SPDX-License-Identifier: MIT
#include "report/read/bind.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace esep::report {
namespace {

using form::Column;
using form::FormDefinition;
using form::Value;

// Rows of one table on their way from cells to typed values.
class TableBinder {
 public:
  TableBinder(const FormDefinition& form, const Layout& layout, Grid& grid, const std::string& file,
              const RowSink& sink, Findings& findings)
      : form_(form),
        layout_(layout),
        grid_(grid),
        file_(file),
        sink_(sink),
        findings_(findings),
        sheet_(grid.sheets()[layout.sheet].name) {
    for (size_t i = 0; i < layout.columns.size(); ++i) {
      const int at = layout.columns[i];
      if (at <= 0) continue;
      if (static_cast<size_t>(at) >= form_column_.size()) form_column_.resize(static_cast<size_t>(at) + 1, -1);
      form_column_[static_cast<size_t>(at)] = static_cast<int>(i);
    }
    for (const Column& column : form.columns) {
      head_column_.push_back(form.is_head_column(column.id));
      list_of_.push_back(form.list_of(column.id));
    }
    collect_end_marks();
    row_.values.resize(form.columns.size());
    choices_.resize(form.columns.size());
    head_values_.resize(form.columns.size());
    filled_.resize(form.columns.size());
    seen_in_record_.resize(form.columns.size());
    fixed_seen_.resize(form.rows.fixed.size());
  }

  int64_t run(bool nil) {
    const auto cursor = grid_.rows(layout_.sheet);
    GridRow row;
    while (cursor->next(row)) {
      if (row.row <= layout_.header_row) continue;
      if (is_end(row)) break;
      if (!is_blank_row(row)) take(row, nil);
    }
    // To the end all the same: damage below the notes is damage to the file.
    while (cursor->next(row)) {
    }
    end_record();
    report_missing_fixed_rows();
    return count_;
  }

 private:
  void collect_end_marks() {
    const auto add = [this](const LocalText& text) {
      for (const std::string* one : {&text.kk, &text.ru, &text.en}) {
        if (!one->empty()) end_marks_.push_back(fold_case(*one));
      }
    };
    for (const auto& note : form_.wording.notes) add(note.text);
    for (const auto& signature : form_.wording.signatures) add(signature.title.text);
  }

  bool is_end(const GridRow& row) const {
    if (row.cells.empty() || row.cells.size() > 3 || row.cells.front().kind != CellKind::text) return false;
    std::string first = fold_case(row.cells.front().text);
    while (!first.empty() && (first.back() == '_' || first.back() == ' ')) first.pop_back();
    return std::find(end_marks_.begin(), end_marks_.end(), first) != end_marks_.end();
  }

  int form_column_at(int sheet_column) const {
    const auto at = static_cast<size_t>(sheet_column);
    return at < form_column_.size() ? form_column_[at] : -1;
  }

  bool is_blank_row(const GridRow& row) const {
    return std::none_of(row.cells.begin(), row.cells.end(), [this](const GridCell& cell) {
      return form_column_at(cell.column) >= 0 && cell.kind != CellKind::blank && !trim(cell.text).empty();
    });
  }

  void add(int column, int64_t row, std::string code, Message message, Severity severity = Severity::error) {
    if (findings_.size() > kMaxFindings) return;
    if (findings_.size() == kMaxFindings) {
      findings_.push_back({file_,
                           sheet_,
                           "",
                           0,
                           "",
                           "FINDINGS-CUT",
                           Severity::error,
                           Message("FINDINGS-CUT", {{"limit", std::to_string(kMaxFindings)}}),
                           {}});
      return;
    }
    findings_.push_back({file_,
                         sheet_,
                         address(grid_, layout_, column, row),
                         static_cast<int>(row),
                         column >= 0 ? form_.columns[static_cast<size_t>(column)].id : "",
                         std::move(code),
                         severity,
                         std::move(message),
                         {}});
  }

  [[nodiscard]] bool is_plain_choice(size_t column, const GridCell& cell) const {
    const Column& c = form_.columns[column];
    return c.type == form::ColumnType::choice && cell.kind == CellKind::text && !cell.formula_without_value &&
           !c.holds_lines();
  }

  // The words of a choice come again in row after row, and comparing them folded is dear.
  [[nodiscard]] const Value* choice_read_before(size_t column, const GridCell& cell) const {
    if (!is_plain_choice(column, cell)) return nullptr;
    const auto at = choices_[column].find(cell.text);
    return at == choices_[column].end() ? nullptr : &at->second;
  }

  void remember_choice(size_t column, const GridCell& cell, const ParsedCell& parsed) {
    constexpr size_t kMostWords = 100;
    const bool certain = parsed.problems.empty() && !form::is_blank(parsed.value);
    if (certain && is_plain_choice(column, cell) && choices_[column].size() < kMostWords) {
      choices_[column].emplace(cell.text, parsed.value);
    }
  }

  void read_cells(const GridRow& row) {
    std::fill(row_.values.begin(), row_.values.end(), Value{});
    std::fill(filled_.begin(), filled_.end(), false);
    for (const GridCell& cell : row.cells) {
      const int index = form_column_at(cell.column);
      if (index < 0 || cell.kind == CellKind::blank) continue;
      const auto at = static_cast<size_t>(index);
      if (const Value* known = choice_read_before(at, cell)) {
        filled_[at] = true;
        row_.values[at] = *known;
        continue;
      }
      ParsedCell parsed = parse_cell(form_.columns[at], cell, grid_.uses_1904_dates());
      remember_choice(at, cell, parsed);
      filled_[at] = !parsed.problems.empty() || !form::is_blank(parsed.value);
      for (CellProblem& problem : parsed.problems) {
        add(index, row.row, std::move(problem.code), std::move(problem.message), problem.severity);
      }
      row_.values[at] = std::move(parsed.value);
    }
    for (size_t i = 0; i < form_.columns.size(); ++i) {
      const std::string& fallback = form_.columns[i].default_text;
      if (!fallback.empty() && !filled_[i]) row_.values[i] = parse_typed(form_.columns[i], fallback).value;
    }
  }

  void take(const GridRow& row, bool nil) {
    read_cells(row);
    row_.sheet_row = row.row;
    ++count_;
    if (nil) {
      if (count_ == 1) add(-1, row.row, "NIL-WITH-ROWS", Message("NIL-WITH-ROWS"));
    }
    const bool grouped = form_.rows.kind == form::RowKind::grouped;
    row_.first = !grouped || begins_record();
    if (row_.first) {
      end_record();
      ++record_;
      record_row_ = row.row;
      if (grouped) head_values_ = row_.values;
    } else if (record_ == 0) {
      add(-1, row.row, "ROW-NO-HEAD", Message("ROW-NO-HEAD"));
      return;
    }
    row_.record = record_;
    if (grouped && !row_.first) carry_down();
    check_required();
    if (form_.rows.kind == form::RowKind::fixed) check_fixed();
    if (form_.rows.max > 0 && record_ == form_.rows.max + 1 && row_.first) {
      add(-1, row.row, "ROWS-TOO-MANY", Message("ROWS-TOO-MANY", {{"max", std::to_string(form_.rows.max)}}));
    }
    sink_(row_);
  }

  // A record begins where a head column is filled with something other than what is carried down.
  bool begins_record() const {
    for (size_t i = 0; i < head_column_.size(); ++i) {
      if (head_column_[i] && filled_[i] && (record_ == 0 || row_.values[i] != head_values_[i])) return true;
    }
    return false;
  }

  void carry_down() {
    for (size_t i = 0; i < head_column_.size(); ++i) {
      if (head_column_[i]) row_.values[i] = head_values_[i];
    }
  }

  bool list_item_filled(int list) const {
    for (size_t i = 0; i < list_of_.size(); ++i) {
      if (list_of_[i] == list && filled_[i]) return true;
    }
    return false;
  }

  // A fixed row is recognised by its preset cells, wherever it stands; each belongs in the table once.
  void check_fixed() {
    for (size_t i = 0; i < form_.rows.fixed.size(); ++i) {
      const auto& preset = form_.rows.fixed[i].values;
      const bool same = std::all_of(preset.begin(), preset.end(), [this](const auto& cell) {
        const int at = form_.column_index(cell.first);
        return at >= 0 && parse_typed(form_.columns[static_cast<size_t>(at)], cell.second).value ==
                              row_.values[static_cast<size_t>(at)];
      });
      if (!same || preset.empty() || fixed_seen_[i]) continue;
      fixed_seen_[i] = true;
      return;
    }
    add(-1, row_.sheet_row, "ROWS-FIXED", Message("ROWS-FIXED-FOREIGN"));
  }

  void report_missing_fixed_rows() {
    if (count_ == 0) return;  // ROWS-TOO-FEW says it once
    for (size_t i = 0; i < fixed_seen_.size(); ++i) {
      if (fixed_seen_[i]) continue;
      add(-1, 0, "ROWS-FIXED", Message("ROWS-FIXED-MISSING", {{"title", form_.rows.fixed[i].title.text}}));
    }
  }

  // Whether the column is a parallel list by itself: then its blank cell is no item, and required means one item at
  // least.
  bool is_list_alone(size_t column) const {
    return list_of_[column] >= 0 && form_.rows.lists[static_cast<size_t>(list_of_[column])].size() == 1;
  }

  void end_record() {
    for (size_t i = 0; record_ > 0 && i < form_.columns.size(); ++i) {
      const Column& column = form_.columns[i];
      if (!column.required || layout_.columns[i] == 0 || !is_list_alone(i) || seen_in_record_[i]) continue;
      add(static_cast<int>(i), record_row_, "CELL-REQUIRED",
          Message("CELL-REQUIRED", {{"number", column.number}, {"title", column.title.text}}));
    }
    std::fill(seen_in_record_.begin(), seen_in_record_.end(), false);
  }

  void check_required() {
    for (size_t i = 0; i < filled_.size(); ++i) seen_in_record_[i] = seen_in_record_[i] || filled_[i];
    for (size_t i = 0; i < form_.columns.size(); ++i) {
      const Column& column = form_.columns[i];
      if (!column.required || filled_[i] || layout_.columns[i] == 0) continue;
      if (is_list_alone(i)) continue;  // end_record() looks at the record as a whole
      if (head_column_[i] ? !row_.first : !list_item_filled(list_of_[i])) continue;
      add(static_cast<int>(i), row_.sheet_row, "CELL-REQUIRED",
          Message("CELL-REQUIRED", {{"number", column.number}, {"title", column.title.text}}));
    }
  }

  const FormDefinition& form_;
  const Layout& layout_;
  Grid& grid_;
  const std::string& file_;
  const RowSink& sink_;
  Findings& findings_;
  std::string sheet_;
  std::vector<int> form_column_;  // by sheet column; -1: not ours
  std::vector<bool> head_column_;
  std::vector<int> list_of_;
  std::vector<std::string> end_marks_;
  table::TypedRow row_;
  std::vector<std::map<std::string, Value>> choices_;  // by column: what a cell's text was read as
  std::vector<Value> head_values_;
  std::vector<bool> filled_;
  std::vector<bool> seen_in_record_;  // columns filled in any row of the record
  std::vector<bool> fixed_seen_;
  int64_t record_ = 0;
  int record_row_ = 0;  // sheet row on which it begins
  int64_t count_ = 0;
};

void bind_field(const form::ValueSpec& field, const Layout::FieldCell& at, Grid& grid, const std::string& file,
                const std::string& sheet, Head& head, Findings& findings) {
  const std::string cell = grid.has_cells() ? cell_name(at.row, at.cell.column) : "";
  ParsedCell parsed = parse_cell(field, at.cell, grid.uses_1904_dates());
  for (CellProblem& problem : parsed.problems) {
    findings.push_back({file,
                        sheet,
                        cell,
                        at.row,
                        field.id,
                        std::move(problem.code),
                        problem.severity,
                        std::move(problem.message),
                        {}});
  }
  if (form::is_blank(parsed.value) && parsed.problems.empty() && !field.default_text.empty()) {
    parsed.value = parse_typed(field, field.default_text).value;
  }
  if (form::is_blank(parsed.value) && parsed.problems.empty() && field.required) {
    findings.push_back({file,
                        sheet,
                        cell,
                        at.row,
                        field.id,
                        "FIELD-REQUIRED",
                        Severity::error,
                        Message("FIELD-REQUIRED", {{"title", field.title.text}}),
                        {}});
  }
  if (!form::is_blank(parsed.value)) head.values[field.id] = std::move(parsed.value);
}

}  // namespace

std::string address(const Grid& grid, const Layout& layout, int column_index, int64_t row) {
  if (!grid.has_cells() || column_index < 0 || row <= 0) return "";
  const int column = layout.columns[static_cast<size_t>(column_index)];
  return column > 0 ? cell_name(static_cast<int>(row), column) : "";
}

Head bind_head(const FormDefinition& form, const Layout& layout, Grid& grid, const std::string& file,
               Findings& findings) {
  Head head;
  const std::string& sheet = grid.sheets()[layout.sheet].name;
  if (layout.nil_row > 0 && form.reporting.allow_nil) {
    form::ValueSpec mark;
    mark.id = kNilField;
    mark.type = form::ColumnType::yes_no;
    mark.title.text = nil_label();
    bind_field(mark, {kNilField, layout.nil_row, layout.nil_cell}, grid, file, sheet, head, findings);
    const auto value = head.values.find(kNilField);
    head.nil = value != head.values.end() && std::get<bool>(value->second);
    head.values.erase(kNilField);
  }
  for (const form::Field& field : form.fields) {
    if (field.source != form::FieldSource::input) continue;
    const auto at =
        std::find_if(layout.fields.begin(), layout.fields.end(), [&](const auto& f) { return f.field == field.id; });
    if (at != layout.fields.end()) {
      bind_field(field, *at, grid, file, sheet, head, findings);
    } else if (field.required) {
      findings.push_back({file,
                          sheet,
                          "",
                          0,
                          field.id,
                          "FIELD-REQUIRED",
                          Severity::error,
                          Message("FIELD-REQUIRED", {{"title", field.title.text}}),
                          {}});
    }
  }
  return head;
}

int64_t bind_rows(const FormDefinition& form, const Layout& layout, Grid& grid, const std::string& file, bool nil,
                  const RowSink& sink, Findings& findings) {
  TableBinder binder(form, layout, grid, file, sink, findings);
  const int64_t count = binder.run(nil);
  const int64_t min = std::max(form.rows.min, 1);
  if (!nil && count < min) {
    findings.push_back(
        {file,
         grid.sheets()[layout.sheet].name,
         "",
         layout.header_row + 1,
         "",
         "ROWS-TOO-FEW",
         Severity::error,
         Message(form.reporting.allow_nil ? "ROWS-TOO-FEW-OR-NIL" : "ROWS-TOO-FEW", {{"min", std::to_string(min)}}),
         {}});
  }
  return count;
}

}  // namespace esep::report
