// SPDX-License-Identifier: MIT
#include "report/read/bind.h"

#include <algorithm>

#include "report/cell_reference.h"
#include "report/read/nil_words.h"
#include "report/read/plausible.h"
#include "report/read/shown_cell.h"
#include "report/read/table_binder.h"
#include "report/read/written_unit.h"

namespace esep::report {
namespace {

Finding required(const form::ValueSpec& field, bool dash = false) {
  const char* key = dash ? "DASH-IN-FIELD" : "FIELD-REQUIRED";
  return Finding::of("FIELD-REQUIRED", Message(key, {{"title", field.title.text}})).of_column(field.id);
}

// A workbook has lost the line, one that a program made never had any, a text without cells never named it.
Finding absent(const ReceivedFile& file, const form::ValueSpec& field, bool of_blank) {
  const char* in_cells = of_blank ? "LABEL-LOST" : "LABEL-NONE";
  const char* key = file.grid.has_cells() ? in_cells : "VALUE-ABSENT";
  return Finding::of("FIELD-REQUIRED", Message(key, {{"title", field.title.text}})).of_column(field.id);
}

void bind_field(const ReceivedFile& file, const std::string& sheet, const form::ValueSpec& field,
                const Layout::FieldCell& at, Head& head) {
  const std::string cell = file.grid.has_cells() ? cell_name(at.row, at.cell.column) : "";
  const Units units = wanted_units(file.form, field);
  const GridCell plain = without_written_unit(at.cell, field, units);
  ParsedCell parsed = parse_cell(field, plain, file.grid.date_system());
  if (auto doubt = unit_doubt(field, at.cell, parsed.value, units)) parsed.problems.push_back(std::move(*doubt));
  if (auto doubt = Doubts(file.plausible, file.received).about(field, parsed.value)) {
    parsed.problems.push_back(std::move(*doubt));
  }
  for (CellProblem& problem : parsed.problems) {
    file.findings.push_back(Finding::of(std::move(problem.code), std::move(problem.message))
                                .in(file.name, sheet)
                                .at(at.row, cell)
                                .of_column(field.id)
                                .as(problem.severity));
  }
  if (form::is_blank(parsed.value) && !parsed.has_error() && !field.default_text.empty()) {
    parsed.value = parse_typed(field, field.default_text).value;
  }
  const bool wanted = field.required && !(head.nil && is_of_table(file.form, field));
  if (form::is_blank(parsed.value) && !parsed.has_error() && wanted) {
    file.findings.push_back(required(field, parsed.dash).in(file.name, sheet).at(at.row, cell));
  }
  if (parsed.dash && form::is_blank(parsed.value)) head.nothing[field.id] = parsed.word;
  if (!form::is_blank(parsed.value)) head.values[field.id] = std::move(parsed.value);
}

void bind_nil_mark(const ReceivedFile& file, const std::string& sheet, const Layout& layout, Head& head) {
  form::ValueSpec mark;
  mark.id = kNilField;
  mark.type = form::ColumnType::yes_no;
  mark.title.text = nil_label();
  GridCell cell = layout.nil_cell;
  if (cell.kind == CellKind::text && file.words != nullptr) cell.text = plain_nil_answer(cell.text, *file.words);
  bind_field(file, sheet, mark, {kNilField, layout.nil_row, std::move(cell)}, head);
  const auto value = head.values.find(kNilField);
  head.nil = value != head.values.end() && std::get<bool>(value->second);
  head.values.erase(kNilField);
}

}  // namespace

bool is_of_table(const form::FormDefinition& form, const form::ValueSpec& field) {
  if (field.checks.total) return true;
  return std::any_of(field.checks.sums.begin(), field.checks.sums.end(), [&](const form::Sum& sum) {
    return std::all_of(sum.of.begin(), sum.of.end(), [&](const std::string& part) {
      const form::Field* one = form.field(part);
      return one != nullptr && is_of_table(form, *one);
    });
  });
}

std::string address(const Grid& grid, const Layout& layout, int column_index, int64_t row) {
  if (!grid.has_cells() || column_index < 0 || row <= 0) return "";
  const int column = layout.columns[static_cast<size_t>(column_index)];
  return column > 0 ? cell_name(static_cast<int>(row), column) : "";
}

Head bind_head(const ReceivedFile& file, const Layout& layout) {
  Head head;
  const std::string& sheet = file.grid.sheets()[layout.sheet].name;
  if (layout.nil_row > 0 && file.form.reporting.allow_nil) bind_nil_mark(file, sheet, layout, head);
  for (const form::Field& field : file.form.fields) {
    if (field.source != form::FieldSource::input) continue;
    const auto at =
        std::find_if(layout.fields.begin(), layout.fields.end(), [&](const auto& f) { return f.field == field.id; });
    if (at != layout.fields.end()) {
      bind_field(file, sheet, field, *at, head);
    } else if (field.required && !(head.nil && is_of_table(file.form, field))) {
      file.findings.push_back(absent(file, field, !layout.fields.empty()).in(file.name, sheet));
    }
  }
  return head;
}

int64_t bind_rows(const ReceivedFile& file, const Layout& layout, const Head& head, const RowSink& sink) {
  TableBinder binder(file, layout, head, sink);
  const int64_t count = binder.run();
  const int64_t min = file.form.rows.min;
  if (!head.nil && binder.records() < min) {
    const char* key = file.form.reporting.allow_nil ? "ROWS-TOO-FEW-OR-NIL" : "ROWS-TOO-FEW";
    file.findings.push_back(Finding::of("ROWS-TOO-FEW", Message(key, {{"min", std::to_string(min)}}))
                                .in(file.name, file.grid.sheets()[layout.sheet].name)
                                .at(layout.header_row + 1));
  }
  return count;
}

}  // namespace esep::report
