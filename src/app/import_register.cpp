// SPDX-License-Identifier: MIT
#include "app/import_register.h"

#include <algorithm>
#include <set>

#include "app/reading.h"
#include "app/rights.h"
#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/text.h"
#include "intake/reader.h"
#include "report/parse_cell.h"

namespace esep::app {
namespace {

using form::RegisterColumn;
using form::RegisterDefinition;
using report::Finding;
using report::GridRow;

// Reads one table file into rows, collecting everything wrong.
class RegisterReader {
 public:
  RegisterReader(const RegisterDefinition& definition, std::string file, report::Findings& findings, RowPlaces* places)
      : definition_(definition), file_(std::move(file)), findings_(findings), places_(places) {}

  std::vector<report::RegisterRow> read(report::Grid& grid) {
    grid_ = &grid;
    const auto cursor = grid.rows(0);
    GridRow row;
    if (!cursor->next(row) || !read_header(row)) return {};
    while (cursor->next(row)) {
      const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                     [](const auto& cell) { return trim(cell.text).empty(); });
      if (!blank) take(row);
    }
    for (const Finding& problem : grid.problems()) findings_.push_back(problem);
    if (places_ != nullptr) {
      places_->sheet = grid.sheets()[0].name;
      places_->has_cells = grid.has_cells();
      for (const auto& [sheet_column, column] : columns_) places_->columns[column->column.id] = sheet_column;
    }
    std::sort(out_.begin(), out_.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return std::move(out_);
  }

 private:
  void add(const GridRow& row, int sheet_column, const std::string& column, std::string code, Message message) {
    const std::string cell = grid_->has_cells() && sheet_column > 0 ? report::cell_name(row.row, sheet_column) : "";
    findings_.push_back({file_, grid_->sheets()[0].name, cell, row.row, column, std::move(code), Severity::error,
                         std::move(message), {}});
  }

  static bool names(const std::string& folded, const form::Column& column) {
    return folded == column.id || folded == fold_case(column.title.text.kk) || folded == fold_case(column.title.text.ru) ||
           (!column.title.text.en.empty() && folded == fold_case(column.title.text.en));
  }

  bool read_header(const GridRow& header) {
    std::vector<std::string> known;
    for (const auto& column : definition_.columns) known.push_back(column.column.id);
    for (const auto& cell : header.cells) {
      const std::string folded = fold_case(cell.text);
      if (folded.empty()) continue;
      const auto at = std::find_if(definition_.columns.begin(), definition_.columns.end(),
                                   [&](const RegisterColumn& c) { return names(folded, c.column); });
      if (at == definition_.columns.end()) {
        add(header, cell.column, "", "IMPORT-COLUMN",
            Message("IMPORT-COLUMN-UNKNOWN", {{"value", cell.text}, {"known", join(known, ", ")}}));
        return false;
      }
      columns_[cell.column] = &*at;
    }
    for (const auto& column : definition_.columns) {
      const bool there = std::any_of(columns_.begin(), columns_.end(), [&](const auto& c) { return c.second == &column; });
      const bool needed = (column.column.required || column.role == form::RegisterRole::key) && column.column.default_text.empty();
      if (there || !needed) continue;
      add(header, 0, column.column.id, "IMPORT-COLUMN",
          Message("IMPORT-COLUMN-MISSING", {{"column", column.column.id}, {"title", column.column.title.text}}));
    }
    return findings_.empty();
  }

  void take(const GridRow& row) {
    report::RegisterRow out;
    std::set<const RegisterColumn*> filled;
    for (const auto& cell : row.cells) {
      const auto at = columns_.find(cell.column);
      if (at == columns_.end()) continue;
      auto parsed = report::parse_cell(at->second->column, cell, grid_->uses_1904_dates());
      for (auto& p : parsed.problems) {
        add(row, cell.column, at->second->column.id, std::move(p.code), std::move(p.message));
        filled.insert(at->second);
      }
      if (form::is_blank(parsed.value)) continue;
      filled.insert(at->second);
      out.values[at->second->column.id] = std::move(parsed.value);
    }
    for (const auto& column : definition_.columns) {
      if (column.column.default_text.empty() || filled.contains(&column)) continue;
      filled.insert(&column);
      out.values[column.column.id] = report::parse_typed(column.column, column.column.default_text).value;
    }
    for (const auto& [sheet_column, column] : columns_) {
      if (!column->column.required || filled.contains(column)) continue;
      add(row, sheet_column, column->column.id, "CELL-REQUIRED",
          Message("CELL-REQUIRED", {{"number", column->column.id}, {"title", column->column.title.text}}));
    }
    out.key = key_of(out);
    if (out.key.empty()) {
      add(row, 0, "", "IMPORT-KEY", "IMPORT-KEY");
    } else if (!keys_.insert(out.key).second) {
      add(row, 0, "", "IMPORT-DUPLICATE", Message("IMPORT-DUPLICATE", {{"key", out.key}}));
    } else {
      if (places_ != nullptr) places_->rows[out.key] = row.row;
      out_.push_back(std::move(out));
    }
  }

  // Empty when any part of it is.
  std::string key_of(const report::RegisterRow& row) const {
    std::vector<std::string> ids = definition_.key;
    if (ids.empty()) ids.push_back(definition_.by_role(form::RegisterRole::key)->column.id);
    std::vector<std::string> parts;
    for (const std::string& id : ids) {
      const auto at = row.values.find(id);
      if (at == row.values.end()) return "";
      parts.push_back(form::canonical_text(at->second));
    }
    return join(parts, "/");
  }

  const RegisterDefinition& definition_;
  std::string file_;
  report::Findings& findings_;
  RowPlaces* places_;
  report::Grid* grid_ = nullptr;
  std::map<int, const RegisterColumn*> columns_;
  std::set<std::string> keys_;
  std::vector<report::RegisterRow> out_;
};

// What is wrong with rows that could be read, each at its place.
class RowChecks {
 public:
  RowChecks(Engine& engine, const RegisterDefinition& definition, std::string file, const RowPlaces& places, report::Findings& findings)
      : engine_(engine), definition_(definition), file_(std::move(file)), places_(places), findings_(findings) {}

  // A grant is some body's, a proposal belongs to a passport that is there.
  void references(const std::vector<report::RegisterRow>& rows) {
    const RegisterColumn* body = definition_.by_role(form::RegisterRole::organisation);
    const RegisterColumn* subject = definition_.by_role(form::RegisterRole::subject);
    for (const auto& row : rows) {
      const std::string code = report::row_text(definition_, row, form::RegisterRole::organisation);
      if (body != nullptr && engine_.row(engine_.catalog().organisations().id, code) == nullptr) {
        add(row.key, body->column.id, Severity::error, Message("ORGANISATION-UNKNOWN", {{"organisation", code}}));
      }
      if (subject == nullptr) continue;
      const auto& of = engine_.catalog().register_by_id(subject->of);
      const std::string key = report::row_text(definition_, row, form::RegisterRole::subject);
      if (engine_.row(of.id, key) == nullptr) {
        add(row.key, subject->column.id, Severity::error, Message("SUBJECT-UNKNOWN", {{"subject", key}, {"register", of.title}}));
      }
    }
  }

  // The register's own checks, on what it would hold afterwards.
  void own(const std::vector<report::RegisterRow>& rows) {
    if (definition_.checks.empty()) return;
    std::map<std::string, report::RegisterRow> merged;
    for (const auto& row : engine_.rows(definition_.id)) merged[row.key] = row;
    for (const auto& row : rows) merged[row.key] = row;
    std::vector<report::RegisterRow> after;
    for (auto& [key, row] : merged) after.push_back(std::move(row));
    const auto queries = make_query_database(engine_, {&definition_, &after});
    for (const auto& check : definition_.checks) run(check, *queries);
  }

 private:
  void run(const form::RegisterCheck& check, table::QueryDatabase& queries) {
    auto wrong = queries.prepare(definition_.id + "/" + check.code, check.query, {});
    while (wrong.step()) {
      Message::Args args;
      std::string key;
      for (int i = 0; i < wrong.column_count(); ++i) {
        const std::string name = wrong.column_name(i);
        if (name == "_key") key = wrong.text(i);
        args.emplace_back(name, wrong.is_null(i) ? std::string() : wrong.text(i));
      }
      // What lies in the register already does not stop a file that says nothing of it.
      const bool new_row = places_.rows.contains(key);
      if (!new_row && check.severity == Severity::error) continue;
      add(key, check.column, check.severity, Message(check.message, std::move(args)), check.code);
      findings_.back().law = check.law;
    }
  }

  void add(const std::string& key, const std::string& column, Severity severity, Message message, std::string code = {}) {
    const auto row = places_.rows.find(key);
    const auto at = places_.columns.find(column);
    Finding out;
    out.file = file_;
    out.column = column;
    out.code = code.empty() ? message.key : std::move(code);
    out.severity = severity;
    out.message = std::move(message);
    if (row != places_.rows.end()) {
      out.sheet = places_.sheet;
      out.row = row->second;
      if (places_.has_cells && at != places_.columns.end()) out.cell = report::cell_name(row->second, at->second);
    }
    findings_.push_back(std::move(out));
  }

  Engine& engine_;
  const RegisterDefinition& definition_;
  std::string file_;
  const RowPlaces& places_;
  report::Findings& findings_;
};

// What was decided here is not in a portal's export, and an export does not undo it.
void keep_verdicts(Engine& engine, const RegisterDefinition& definition, std::vector<report::RegisterRow>& rows) {
  using form::RegisterRole;
  for (const RegisterRole role : {RegisterRole::decision, RegisterRole::decision_reason, RegisterRole::decided_on,
                                  RegisterRole::answer, RegisterRole::answer_reason, RegisterRole::answered_on}) {
    const RegisterColumn* column = definition.by_role(role);
    if (column == nullptr) continue;
    for (auto& row : rows) {
      const auto* old = engine.row(definition.id, row.key);
      if (old == nullptr || row.values.contains(column->column.id)) continue;
      const auto at = old->values.find(column->column.id);
      if (at != old->values.end()) row.values[column->column.id] = at->second;
    }
  }
}

}  // namespace

std::vector<report::RegisterRow> read_register_rows(const RegisterDefinition& definition, const std::string& file,
                                                    std::string bytes, report::Findings& findings, RowPlaces* places) {
  const auto grid = intake::open_grid(file, std::move(bytes), findings);
  if (!grid) return {};
  return RegisterReader(definition, file, findings, places).read(*grid);
}

std::vector<report::RegisterRow> shipped_rows(Engine& engine, const RegisterDefinition& definition) {
  if (definition.rows_file.empty()) return {};
  report::Findings findings;
  auto rows = read_register_rows(definition, definition.rows_file, engine.library().get(definition.rows_file).text, findings);
  if (report::has_errors(findings)) {
    const Finding& first = findings.front();
    throw Error(Message("DATA-ROWS-INVALID", {{"file", first.file}, {"line", std::to_string(first.row)},
                                              {"reason", engine.render_all(first.message)}}));
  }
  return rows;
}

ImportResult import_register(Engine& engine, const std::string& register_id, const std::filesystem::path& file,
                             const registry::Actor& actor) {
  ImportResult out;
  require_right(engine, report::Deed::import, actor);
  const auto& definition = engine.catalog().register_by_id(register_id);
  std::string bytes = read_file(file);
  const std::string hash = sha256_hex(bytes);
  RowPlaces places;
  auto rows = read_register_rows(definition, file.string(), std::move(bytes), out.findings, &places);
  RowChecks checks(engine, definition, file.string(), places, out.findings);
  if (!report::has_errors(out.findings) && !definition.is_organisations) checks.references(rows);
  if (!report::has_errors(out.findings)) checks.own(rows);
  if (report::has_errors(out.findings)) return out;
  keep_verdicts(engine, definition, rows);
  out.count = engine.registry().import_rows(definition, rows, hash, actor);
  engine.forget_rows();
  out.done = true;
  return out;
}

}  // namespace esep::app
