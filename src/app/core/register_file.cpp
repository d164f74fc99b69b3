// SPDX-License-Identifier: MIT
#include "app/core/register_file.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "datafile/data_invalid.h"
#include "form/label.h"
#include "intake/reader.h"
#include "report/cell_reference.h"
#include "report/read/lost_letters.h"
#include "report/read/parse_cell.h"
#include "report/read/validate.h"
#include "table/rules.h"

namespace esep::app {
namespace {

using form::RegisterColumn;
using form::RegisterDefinition;
using report::GridRow;

Message required(const form::ValueSpec& column) {
  return Message("CELL-REQUIRED", {{"number", column.id}, {"title", column.title.text}});
}

// Reads one table file into rows and collects all mistakes.
class RegisterReader {
 public:
  RegisterReader(const RegisterDefinition& definition, const std::vector<report::RegisterRow>* existing,
                 RegisterFile& out, report::Findings& findings, report::Doubts* doubts)
      : definition_(definition), existing_(existing), out_(out), findings_(findings), doubts_(doubts) {}

  void read(report::Grid& grid) {
    grid_ = &grid;
    out_.sheet = grid.sheets()[0].name;
    out_.has_cells = grid.has_cells();
    const auto cursor = grid.rows(0);
    GridRow row;
    const bool has_header = cursor->next(row) && read_header(row);
    const size_t titles = row.fields;
    while (has_header && cursor->next(row)) {
      const bool blank =
          std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return trim(cell.text).empty(); });
      if (blank) continue;
      if (row.fields > titles) {
        too_long(row, titles);
      } else {
        take(row);
      }
    }
    for (const auto& problem : grid.problems()) findings_.push_back(problem);
    std::sort(out_.rows.begin(), out_.rows.end(), [](const auto& a, const auto& b) { return a.row.key < b.row.key; });
  }

 private:
  void add(int line, const std::string& column, Message message) { add(out_.at(line, column, std::move(message))); }

  void add(report::Finding finding) {
    const Severity severity = finding.severity;
    size_t& said = severity == Severity::error ? errors_ : remarks_;
    if (said > report::kMaxFindings) return;
    if (said++ == report::kMaxFindings)
      finding = out_.at(0, "", Message("FINDINGS-CUT", {{"limit", std::to_string(report::kMaxFindings)}}), severity);
    findings_.push_back(std::move(finding));
  }

  // More values than the first row has titles: nobody knows which value belongs to which column. A blank value counts,
  // for a separator within a word moves it there.
  void too_long(const GridRow& row, size_t titles) {
    Message::Args args{{"found", std::to_string(row.fields)}, {"wanted", std::to_string(titles)}};
    add(row.row, "", Message("IMPORT-CELL-BEYOND", std::move(args)));
  }

  static bool names(const std::string& folded, const form::ValueSpec& column) {
    return folded == column.id || folded == form::label_form(column.title.text.kk) ||
           folded == form::label_form(column.title.text.ru) ||
           (!column.title.text.en.empty() && folded == form::label_form(column.title.text.en));
  }

  void wrong_column(const GridRow& header, int sheet_column, const std::string& column, Message message) {
    auto finding = out_.at(header.row, column, std::move(message));
    if (out_.has_cells && sheet_column > 0) finding.cell = report::cell_name(header.row, sheet_column);
    finding.code = "IMPORT-COLUMN";
    findings_.push_back(std::move(finding));
  }

  bool read_header(const GridRow& header) {
    std::vector<std::string> known;
    for (const auto& column : definition_.columns) known.push_back(column.id);
    for (const auto& cell : header.cells) {
      const std::string folded = form::label_form(cell.text);
      if (folded.empty()) continue;
      const auto at = std::find_if(definition_.columns.begin(), definition_.columns.end(),
                                   [&](const RegisterColumn& c) { return names(folded, c); });
      if (at == definition_.columns.end()) {
        wrong_column(header, cell.column, "",
                     Message("IMPORT-COLUMN-UNKNOWN", {{"value", cell.text}, {"known", join(known, ", ")}}));
        return false;
      }
      columns_[cell.column] = &*at;
      out_.columns[at->id] = cell.column;
    }
    for (const auto& column : definition_.columns) {
      const bool needed = (column.required || column.role == form::RegisterRole::key) && column.default_text.empty();
      if (!needed || out_.columns.contains(column.id)) continue;
      // Rows that the register has keep what the file does not say.
      missing_.push_back(column.id);
      if (existing_ != nullptr && !existing_->empty() && column.role != form::RegisterRole::key) continue;
      wrong_column(header, 0, column.id,
                   Message("IMPORT-COLUMN-MISSING", {{"column", column.id}, {"title", column.title.text}}));
    }
    return !report::has_errors(findings_);
  }

  // A value that no column takes would be lost without a word.
  void untitled(int line, const report::GridCell& cell) {
    if (trim(cell.text).empty()) return;
    auto finding = out_.at(
        line, "", Message("IMPORT-CELL-UNTITLED", {{"value", cell.text}, {"column", std::to_string(cell.column)}}));
    if (out_.has_cells) finding.cell = report::cell_name(line, cell.column);
    add(std::move(finding));
  }

  void take(const GridRow& row) {
    RegisterFile::Row out{{}, row.row};
    std::set<const RegisterColumn*> filled;
    for (const auto& cell : row.cells) {
      const auto at = columns_.find(cell.column);
      if (at == columns_.end()) {
        untitled(row.row, cell);
        continue;
      }
      auto parsed = report::parse_cell(*at->second, cell, grid_->date_system());
      if (auto doubt = doubts_ == nullptr ? std::nullopt : doubts_->about(*at->second, parsed.value))
        parsed.problems.push_back(std::move(*doubt));
      for (auto& p : parsed.problems) {
        if (p.severity == Severity::error) filled.insert(at->second);
        auto finding = out_.at(row.row, at->second->id, std::move(p.message), p.severity);
        if (p.code == "CELL-LETTERS-LOST") finding.code = p.code;
        add(std::move(finding));
      }
      if (form::is_blank(parsed.value)) continue;
      filled.insert(at->second);
      out.row.values[at->second->id] = std::move(parsed.value);
    }
    out.row.key = key_with_defaults(out.row);
    keep_unsaid(out);
    for (const auto& column : definition_.columns) {
      if (out.row.values.contains(column.id)) filled.insert(&column);
      if (column.default_text.empty() || filled.contains(&column)) continue;
      filled.insert(&column);
      out.row.values[column.id] = report::parse_typed(column, column.default_text).value;
    }
    for (const auto& [sheet_column, column] : columns_) {
      if (column->required && !filled.contains(column)) add(row.row, column->id, required(*column));
    }
    check_life(out.row, row.row);
    if (out.row.key.empty()) {
      add(row.row, "", "IMPORT-KEY");
    } else if (!keys_.insert(out.row.key).second) {
      add(row.row, "", Message("IMPORT-DUPLICATE", {{"key", out.row.key}}));
    } else {
      out_.rows.push_back(std::move(out));
    }
  }

  // What the file has no column for is what the row had.
  void keep_unsaid(RegisterFile::Row& one) {
    if (existing_ == nullptr || one.row.key.empty()) return;
    const auto old = std::lower_bound(existing_->begin(), existing_->end(), one.row.key,
                                      [](const auto& row, const std::string& key) { return row.key < key; });
    if (old != existing_->end() && old->key == one.row.key) {
      for (const auto& [column, value] : old->values) {
        if (!out_.columns.contains(column)) one.row.values[column] = value;
      }
    } else if (!missing_.empty()) {
      add(one.line, "", Message("IMPORT-ROW-NEW", {{"key", one.row.key}, {"columns", join(missing_, ", ")}}));
    }
  }

  // A row that ends before it begins would never owe anything.
  void check_life(const report::RegisterRow& row, int line) {
    const auto from = report::row_date(definition_, row, form::RegisterRole::live_from);
    const auto to = report::row_date(definition_, row, form::RegisterRole::live_to);
    if (!from || !to || *from <= *to) return;
    add(line, definition_.by_role(form::RegisterRole::live_to)->id,
        Message("IMPORT-LIVE", {{"from", from->dotted()}, {"to", to->dotted()}}));
  }

  // A part of the key that the file leaves out may have a default.
  std::string key_with_defaults(report::RegisterRow row) const {
    for (const std::string& id : definition_.key) {
      const auto* column = definition_.column(id);
      if (column != nullptr && !column->default_text.empty() && !row.values.contains(id))
        row.values[id] = report::parse_typed(*column, column->default_text).value;
    }
    return key_of(row);
  }

  // Empty when any part of it is.
  std::string key_of(const report::RegisterRow& row) const {
    std::vector<std::string> ids = definition_.key;
    if (ids.empty()) ids.push_back(definition_.by_role(form::RegisterRole::key)->id);
    std::vector<std::string> parts;
    for (const std::string& id : ids) {
      const auto at = row.values.find(id);
      if (at == row.values.end()) return "";
      parts.push_back(form::canonical_text(at->second));
    }
    return join(parts, "/");
  }

  const RegisterDefinition& definition_;
  const std::vector<report::RegisterRow>* existing_;  // in key order; nullptr: there are none
  RegisterFile& out_;
  report::Findings& findings_;
  report::Doubts* doubts_;
  size_t errors_ = 0, remarks_ = 0;
  std::vector<std::string> missing_;  // required columns that the file lacks
  report::Grid* grid_ = nullptr;
  std::map<int, const RegisterColumn*> columns_;
  std::set<std::string> keys_;
};

// A column's `required_if` works as in forms: the register's columns are treated as a form's.
void check_required(const RegisterDefinition& definition, const RegisterFile& file, report::Findings& findings) {
  const form::FormDefinition form = columns_as_form(definition);
  if (std::all_of(form.columns.begin(), form.columns.end(), [](const auto& c) { return c.required_if.empty(); }))
    return;
  Diagnostics diagnostics;
  table::RuleRunner runner(form, nullptr, diagnostics);
  int64_t number = 0;
  for (const auto& [row, line] : file.rows) {
    std::vector<form::Value> values;
    for (const auto& column : form.columns) {
      const auto at = row.values.find(column.id);
      values.push_back(at == row.values.end() ? form::Value() : at->second);
    }
    ++number;
    runner.add_row({.sheet_row = number, .record = number, .values = std::move(values)});
  }
  std::set<std::pair<int, std::string>> known;  // an unreadable cell is not blank
  for (const auto& finding : findings) known.emplace(finding.row, finding.column);
  for (const auto& hit : runner.run({}, report::kMaxFindings, diagnostics)) {
    const auto& column = *form.column(hit.column);
    const int line = file.rows[static_cast<size_t>(hit.sheet_row) - 1].line;
    if (!known.contains({line, column.id})) findings.push_back(file.at(line, column.id, required(column)));
  }
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
}

}  // namespace

report::Finding RegisterFile::at(int line, const std::string& column, Message message, Severity severity) const {
  const auto sheet_column = columns.find(column);
  const std::string cell =
      line > 0 && has_cells && sheet_column != columns.end() ? report::cell_name(line, sheet_column->second) : "";
  return report::Finding::of(std::move(message))
      .in(file, line > 0 ? sheet : "")
      .at(line, cell)
      .of_column(column)
      .as(severity);
}

std::vector<report::RegisterRow> RegisterFile::take_rows() && {
  std::vector<report::RegisterRow> out;
  out.reserve(rows.size());
  for (auto& one : rows) out.push_back(std::move(one.row));
  return out;
}

form::FormDefinition columns_as_form(const RegisterDefinition& definition) {
  form::FormDefinition out;
  out.id = definition.id;
  out.file.name = definition.file;
  for (const form::ValueSpec& column : definition.columns)
    static_cast<form::ValueSpec&>(out.columns.emplace_back()) = column;
  return out;
}

RegisterFile read_register_file(const RegisterDefinition& definition, const std::string& file, std::string bytes,
                                report::Findings& findings, const std::vector<report::RegisterRow>* existing,
                                report::Doubts* doubts) {
  RegisterFile out;
  out.file = file;
  const auto grid = intake::open_grid(file, std::move(bytes), findings);
  if (!grid) return out;
  RegisterReader(definition, existing, out, findings, doubts).read(*grid);
  check_required(definition, out, findings);
  report::gather_lost_letters(findings);
  return out;
}

}  // namespace esep::app
