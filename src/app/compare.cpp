// SPDX-License-Identifier: MIT
#include "app/compare.h"

#include "base/error.h"
#include "document/filled_form.h"

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

std::string shown(const form::Column* column, const form::Value& value, Lang lang) {
  if (column == nullptr) return form::canonical_text(value);
  const form::Value plain = document::shown_value(*column, value, lang);
  return form::is_blank(plain) ? "" : form::display_text(plain, column->scale, lang);
}

std::string title_of(const form::Column* column, const std::string& id, Lang lang) {
  if (column == nullptr) return id;
  const std::string title = column->title.text.in(lang);
  return column->number.empty() ? title : column->number + ". " + title;
}

document::Row line(const std::string& what, Emphasis emphasis, const std::string& row,
                   const std::string& column, const std::string& before, const std::string& after) {
  document::Row out;
  for (const std::string& text : {what, row, column, before, after}) {
    document::Cell cell;
    if (!text.empty()) cell.value = text;
    out.cells.push_back(std::move(cell));
  }
  out.cells.front().emphasis = emphasis;
  return out;
}

}  // namespace

ComparedSubmissions compare_submissions(Engine& engine, const std::string& before, const std::string& after) {
  ComparedSubmissions out;
  out.before = engine.registry().find(before);
  out.after = engine.registry().find(after);
  require_rows(out.before);
  require_rows(out.after);
  if (out.before.key.form != out.after.key.form || out.before.edition != out.after.edition) {
    throw Error(Message("COMPARE-OTHER", {{"number", out.after.number}, {"other", out.before.number}}));
  }
  out.form = &engine.catalog().edition(out.after.key.form, out.after.edition);
  const table::FormTable form_table(*out.form);
  table::RowReader old_rows(engine.registry().database(), form_table, out.before.id);
  table::RowReader new_rows(engine.registry().database(), form_table, out.after.id);
  out.changes.rows = report::compare_rows(*out.form, old_rows, new_rows);
  out.changes.fields = report::compare_fields(*out.form, engine.registry().fields(out.before.id),
                                              engine.registry().fields(out.after.id));
  return out;
}

document::Document make_comparison(Engine& engine, const ComparedSubmissions& compared, Lang lang) {
  const auto say = [&](const Message& message) { return engine.messages().render(message, lang); };
  document::ListRequest request;
  request.title =
      say(Message("COMPARE-TITLE", {{"number", compared.after.number}, {"other", compared.before.number}}));
  request.lang = lang;
  request.sheet = say("COMPARE-SHEET");
  request.table_id = "differences";
  request.columns = {{"change", say("COMPARE-WHAT"), 12, ColumnType::text},
                     {"row", say("COMPARE-ROW"), 10, ColumnType::text},
                     {"column", say("COMPARE-COLUMN"), 36, ColumnType::text},
                     {"before", say("COMPARE-BEFORE"), 36, ColumnType::text},
                     {"after", say("COMPARE-AFTER"), 36, ColumnType::text}};
  for (const auto& cell : compared.changes.fields) {
    const auto* field = compared.form->field(cell.column);
    request.rows.push_back(line(say("COMPARE-CHANGED"), Emphasis::warning, "",
                                title_of(field, cell.column, lang), form::canonical_text(cell.before),
                                form::canonical_text(cell.after)));
  }
  for (const auto& change : compared.changes.rows) {
    std::string row = std::to_string(change.row_after > 0 ? change.row_after : change.row_before);
    if (change.kind == RowChange::Kind::changed && change.row_before != change.row_after) {
      row = std::to_string(change.row_before) + " → " + row;
    }
    for (const auto& cell : change.cells) {
      const auto* column = compared.form->column(cell.column);
      request.rows.push_back(line(say(change_key(change.kind)), emphasis_of(change.kind), row,
                                  title_of(column, cell.column, lang), shown(column, cell.before, lang),
                                  shown(column, cell.after, lang)));
    }
  }
  if (request.rows.empty()) request.paragraphs.push_back(say("COMPARE-SAME"));
  request.dated = compared.after.received.date;
  return document::list_document(request);
}

}  // namespace esep::app
