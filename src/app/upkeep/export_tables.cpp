// SPDX-License-Identifier: MIT
#include "app/upkeep/export_tables.h"

#include <set>

#include "datafile/csv.h"
#include "registry/accepted_rows.h"
#include "table/storage.h"

namespace esep::app {
namespace {

constexpr const char* kBom = "\xEF\xBB\xBF";

std::string csv_line(const std::vector<std::string>& cells) {
  std::string out;
  for (size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? "," : "") + datafile::csv_field(cells[i], ',');
  return out + "\r\n";
}

std::string stored_text(const sqlite::Statement& row, int column) {
  if (row.is_null(column)) return "";
  const sqlite::Value value = row.value(column);
  if (const auto* number = std::get_if<int64_t>(&value)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return "";
}

}  // namespace

void ExportTables::write() {
  dictionary_ = kBom + csv_line({"file", "column", "type", "title_kk", "title_ru"});
  registers();
  forms();
  own_tables();
  sink_("dictionary.csv", dictionary_);
}

void ExportTables::describe(const std::string& file, const std::string& column, std::string_view type,
                            const LocalText& title) {
  dictionary_ += csv_line({file, column, std::string(type), title.kk, title.ru});
}

std::string ExportTables::shown(const form::ValueSpec* column, const std::string& text) const {
  if (personal_ == PersonalData::shown) return text;
  if (column == nullptr) return mask_text(text);
  if (column->type == form::ColumnType::iin) return mask_number(text);
  const bool free = column->type == form::ColumnType::text || column->type == form::ColumnType::url;
  return free || column->multiple ? mask_text(text) : text;
}

void ExportTables::registers() {
  for (const auto& definition : engine_.catalog().registers()) {
    const std::string file = "registers/" + definition.id + ".csv";
    std::vector<std::string> cells;
    for (const auto& one : definition.columns) {
      cells.push_back(one.id);
      describe(file, one.id, form::column_type_name(one.type), one.title.text);
    }
    std::string csv = kBom + csv_line(cells);
    for (const auto& row : engine_.registry().rows(definition)) {
      cells.clear();
      for (const auto& column : definition.columns) {
        const auto at = row.values.find(column.id);
        cells.push_back(at == row.values.end() ? "" : shown(&column, form::canonical_text(at->second)));
      }
      csv += csv_line(cells);
    }
    sink_(file, csv);
  }
}

void ExportTables::forms() {
  std::set<std::string> ids;
  for (const std::string& id : engine_.catalog().form_ids()) ids.insert(id);
  for (const auto& kept : engine_.report_forms().kept()) ids.insert(kept.form);
  for (const std::string& id : ids) form(id);
}

void ExportTables::form(const std::string& id) {
  const auto editions = engine_.report_forms().editions(engine_.catalog(), id);
  const auto columns = registry::united_columns(editions);
  const std::string file = "forms/" + id + ".csv";
  std::vector<std::string> cells = registry::report_columns();
  cells.insert(cells.end(), {"_row", "_record", "_first"});
  const int own = static_cast<int>(cells.size());
  for (const std::string& name : cells) describe(file, name, "", {});
  for (const auto* column : columns) {
    cells.push_back(column->id);
    describe(file, column->id, form::column_type_name(column->type), column->title.text);
  }
  std::string csv = kBom + csv_line(cells);
  const auto& database = engine_.registry().database();
  auto rows = database.prepare("SELECT * FROM (" + registry::accepted_rows_sql(database, editions) +
                               ") ORDER BY _submission, _row");
  while (rows.step()) {
    for (int i = 0; i < own; ++i) cells[static_cast<size_t>(i)] = stored_text(rows, i);
    for (size_t i = 0; i < columns.size(); ++i) {
      const auto value = table::read_value(rows, own + static_cast<int>(i), *columns[i]);
      cells[static_cast<size_t>(own) + i] = shown(columns[i], form::canonical_text(value));
    }
    csv += csv_line(cells);
  }
  sink_(file, csv);
}

void ExportTables::own_tables() {
  // Bytes, form texts, registers, typed rows and findings are exported elsewhere.
  static const std::set<std::string> kElsewhere{"file", "form_text", "register_row", "finding"};
  const auto& database = engine_.registry().database();
  std::vector<std::string> names;
  auto list = database.prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE "
      "'report.%' ORDER BY name");
  while (list.step()) {
    if (!kElsewhere.contains(list.text(0))) names.push_back(list.text(0));
  }
  // Esep's own facts are not free text; masking would spoil them.
  static const std::set<std::string> kHashes{
      "sha256", "form_sha256", "rows_sha256", "chain_head",   "previous",
      "hash",   "code",        "paper_code",  "paper_sha256", "checklist_sha256"};
  for (const std::string& name : names) {
    const std::string file = "tables/" + name + ".csv";
    auto rows = database.prepare("SELECT * FROM " + table::quote_identifier(name) + " ORDER BY 1, 2");
    std::vector<std::string> cells;
    for (int i = 0; i < rows.column_count(); ++i) {
      cells.push_back(rows.column_name(i));
      describe(file, cells.back(), "", {});
    }
    const std::vector<std::string> columns = cells;
    std::string csv = kBom + csv_line(cells);
    while (rows.step()) {
      for (size_t i = 0; i < columns.size(); ++i) {
        const std::string text = stored_text(rows, static_cast<int>(i));
        cells[i] = kHashes.contains(columns[i]) ? text : shown(nullptr, text);
      }
      csv += csv_line(cells);
    }
    sink_(file, csv);
  }
}

}  // namespace esep::app
