// SPDX-License-Identifier: MIT
#include "app/paper/compare.h"

#include <algorithm>

#include "app/core/names.h"
#include "app/paper/output.h"
#include "base/error.h"
#include "base/text.h"
#include "document/build/filled_form.h"
#include "report/compare/column_sums.h"
#include "report/read/parse_cell.h"

namespace esep::app {
namespace {

using document::Emphasis;
using form::ColumnType;
using report::RowChange;

void require_rows(const report::Submission& submission) {
  if (submission.revision == 0) throw Error(Message("COMPARE-NO-ROWS", {{"number", submission.number}}));
}

const char* change_key(RowChange::Kind kind) {
  switch (kind) {
    case RowChange::Kind::added:
      return "COMPARE-NEW";
    case RowChange::Kind::removed:
      return "COMPARE-GONE";
    case RowChange::Kind::changed:
      break;
  }
  return "COMPARE-CHANGED";
}

Emphasis emphasis_of(RowChange::Kind kind) {
  switch (kind) {
    case RowChange::Kind::added:
      return Emphasis::good;
    case RowChange::Kind::removed:
      return Emphasis::bad;
    case RowChange::Kind::changed:
      break;
  }
  return Emphasis::warning;
}

std::string shown(const form::ValueSpec* column, const form::Value& value, Lang lang) {
  if (column == nullptr) return form::canonical_text(value);
  const form::Value plain = document::shown_value(*column, value, lang);
  return form::is_blank(plain) ? "" : form::display_text(plain, column->scale, lang);
}

std::string title_of(const form::ValueSpec* spec, const std::string& id, Lang lang) {
  return spec == nullptr ? id : spec->title.text.in(lang);
}

std::string numbered_title(const form::Column* column, const std::string& id, Lang lang) {
  const std::string title = title_of(column, id, lang);
  return column == nullptr || column->number.empty() ? title : column->number + ". " + title;
}

// "+7 199 996,40": numbers only.
std::string difference(const form::ValueSpec* column, const form::Value& before, const form::Value& after, Lang lang) {
  const auto a = report::number_of(before);
  const auto b = report::number_of(after);
  if (column == nullptr || (!a && !b)) return "";
  const auto change = checked_sub(b.value_or(Decimal()), a.value_or(Decimal()));
  if (!change) return "";
  return (change->units() > 0 ? "+" : "") + form::display_text(*change, column->scale, lang);
}

document::Row line(const std::vector<std::string>& texts, Emphasis emphasis) {
  document::Row out;
  for (const std::string& text : texts) {
    document::Cell cell;
    if (!text.empty()) cell.value = text;
    out.cells.push_back(std::move(cell));
  }
  out.cells.front().emphasis = emphasis;
  return out;
}

// A row by its key, «би, халық биі, қала»; without one by its place in the sheet.
std::string row_name(const form::FormDefinition& form, const RowChange& change, Lang lang) {
  std::vector<std::string> parts;
  for (size_t i = 0; i < change.key.size(); ++i)
    parts.push_back(shown(form.column(form.rows.key[i]), change.key[i], lang));
  if (!parts.empty()) return join(parts, ", ");
  const std::string row = std::to_string(change.row_after > 0 ? change.row_after : change.row_before);
  const bool moved = change.kind == RowChange::Kind::changed && change.row_before != change.row_after;
  return moved ? std::to_string(change.row_before) + " → " + row : row;
}

Message counts(const report::RowChanges& table) {
  const auto number = [&](RowChange::Kind kind) {
    return std::to_string(
        std::count_if(table.rows.begin(), table.rows.end(), [&](const RowChange& row) { return row.kind == kind; }));
  };
  return {"COMPARE-COUNTS",
          {{"added", number(RowChange::Kind::added)},
           {"removed", number(RowChange::Kind::removed)},
           {"changed", number(RowChange::Kind::changed)}}};
}

}  // namespace

ComparedSubmissions compare_submissions(Engine& engine, const std::string& before, const std::string& after) {
  ComparedSubmissions out;
  out.before = engine.registry().find(before);
  out.after = engine.registry().find(after);
  require_rows(out.before);
  require_rows(out.after);
  if (out.before.key.form != out.after.key.form || out.before.contents.edition != out.after.contents.edition) {
    throw Error(Message("COMPARE-OTHER", {{"number", out.after.number}, {"other", out.before.number}}));
  }
  out.form = &engine.catalog().edition(out.after.key.form, out.after.contents.edition);
  const table::FormTable form_table(*out.form);
  table::RowReader old_rows(engine.registry().database(), form_table, out.before.id);
  table::RowReader new_rows(engine.registry().database(), form_table, out.after.id);
  out.adds = out.form->is_additive(out.after.key.stage) && !out.form->is_additive(out.before.key.stage);
  out.changes.table =
      out.adds ? report::add_rows(*out.form, old_rows, new_rows) : report::compare_rows(*out.form, old_rows, new_rows);
  out.changes.fields = report::compare_fields(*out.form, engine.registry().fields(out.before.id),
                                              engine.registry().fields(out.after.id));
  // Totals in the heading are of two different things then; the sums of the columns say what both come to.
  if (out.adds) {
    std::erase_if(out.changes.fields, [&](const report::CellChange& change) {
      const auto* field = out.form->field(change.column);
      return field != nullptr && form::is_numeric_type(field->type);
    });
  }
  return out;
}

document::Document make_comparison(Engine& engine, const ComparedSubmissions& compared, Lang lang) {
  const auto say = say_in(engine, lang);
  document::ListRequest request;
  request.title = say(Message("COMPARE-TITLE", {{"number", compared.after.number}, {"other", compared.before.number}}));
  request.lang = lang;
  request.sheet = say("COMPARE-SHEET");
  request.table_id = "differences";
  request.columns = {{"change", say("COMPARE-WHAT"), 12, ColumnType::text},
                     {"row", say("COMPARE-ROW"), 26, ColumnType::text},
                     {"column", say("COMPARE-COLUMN"), 32, ColumnType::text},
                     {"before", say("COMPARE-BEFORE"), 28, ColumnType::text},
                     {"after", say("COMPARE-AFTER"), 28, ColumnType::text},
                     {"difference", say("COMPARE-DIFFERENCE"), 18, ColumnType::text}};
  const form::FormDefinition& form = *compared.form;
  const auto put = [&](const std::string& what, Emphasis emphasis, const std::string& row,
                       const report::CellChange& cell) {
    const auto* column = form.column(cell.column);
    request.rows.push_back(line({what, row, numbered_title(column, cell.column, lang), shown(column, cell.before, lang),
                                 shown(column, cell.after, lang), difference(column, cell.before, cell.after, lang)},
                                emphasis));
  };
  for (const auto& cell : compared.changes.table.sums) put(say("COMPARE-SUM"), Emphasis::strong, "", cell);
  for (const auto& cell : compared.changes.fields) {
    const auto* field = form.field(cell.column);
    const auto value = [&](const form::Value& text) {
      return field == nullptr ? text : report::parse_typed(*field, form::canonical_text(text)).value;
    };
    const form::Value before = value(cell.before);
    const form::Value after = value(cell.after);
    request.rows.push_back(
        line({say("COMPARE-CHANGED"), "", title_of(field, cell.column, lang), shown(field, before, lang),
              shown(field, after, lang), difference(field, before, after, lang)},
             Emphasis::warning));
  }
  for (const auto& change : compared.changes.table.rows) {
    for (const auto& cell : change.cells)
      put(say(change_key(change.kind)), emphasis_of(change.kind), row_name(form, change, lang), cell);
  }
  if (!compared.changes.empty()) request.paragraphs.push_back(say(counts(compared.changes.table)));
  if (compared.adds) request.paragraphs.push_back(say(Message("COMPARE-ADDS", {{"number", compared.after.number}})));
  if (compared.changes.empty()) request.rows.clear();
  if (request.rows.empty()) request.paragraphs.push_back(say("COMPARE-SAME"));
  request.dated = compared.after.receipt.received.date;
  document::Document out = document::list_document(request);
  seal(engine, out);
  return out;
}

}  // namespace esep::app
