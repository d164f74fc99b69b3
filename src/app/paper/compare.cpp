// SPDX-License-Identifier: MIT
#include "app/paper/compare.h"

#include <algorithm>

#include "app/core/column_title.h"
#include "app/core/names.h"
#include "app/paper/changed_words.h"
#include "app/paper/output.h"
#include "app/paper/registered_report.h"
#include "base/error.h"
#include "base/text.h"
#include "document/build/filled_form.h"
#include "form/shown_value.h"
#include "report/compare/column_sums.h"
#include "report/read/fixed_rows.h"
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
  const form::Value plain = form::shown_value(*column, value, lang);
  return form::is_blank(plain) ? "" : form::display_text(plain, column->scale, lang);
}

std::string title_of(const form::ValueSpec* spec, const std::string& id, Lang lang) {
  return spec == nullptr ? id : spec->title.text.in(lang);
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

// Names a row by its title in the form or by its key, «би, халық биі, қала», or by its place in the sheet if it has
// neither.
std::string row_name(const form::FormDefinition& form, const RowChange& change, Lang lang) {
  std::vector<std::string> parts;
  std::vector<form::Value> named(form.columns.size());
  const auto columns = report::naming_columns(form);
  for (size_t i = 0; i < change.key.size(); ++i) {
    named[columns[i]] = change.key[i];
    parts.push_back(shown(&form.columns[columns[i]], change.key[i], lang));
  }
  if (const auto fixed = report::FixedRows(form).meet(named)) return form.rows.fixed[*fixed].title.text.in(lang);
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

class Comparison {
 public:
  Comparison(Engine& engine, const ComparedSubmissions& compared, Lang lang)
      : engine_(engine),
        compared_(compared),
        lang_(lang),
        say_(say_in(engine, lang)),
        before_(read_registered(engine, compared.before, lang)),
        after_(read_registered(engine, compared.after, lang)),
        table_(in_words_of(lang, engine, compared.before, compared.after, compared.changes.table)) {}

  document::ListRequest run() {
    const std::string& number = compared_.after.number;
    out_.title = say_(Message("COMPARE-TITLE", {{"number", number}, {"other", compared_.before.number}}));
    out_.lang = lang_;
    out_.sheet = say_("COMPARE-SHEET");
    out_.dated = compared_.after.receipt.received.date;
    add_columns();
    add_facts();
    for (const auto& cell : compared_.changes.table.sums) add_cell(say_("COMPARE-SUM"), Emphasis::strong, "", cell);
    for (const auto& field : compared_.changes.fields) add_field(field);
    for (const auto& row : table_.rows) add_row(row);
    if (!compared_.changes.empty()) out_.paragraphs.push_back(say_(counts(compared_.changes.table)));
    if (compared_.adds) out_.paragraphs.push_back(say_(Message("COMPARE-ADDS", {{"number", number}})));
    if (compared_.changes.empty()) out_.rows.clear();
    if (out_.rows.empty()) out_.paragraphs.push_back(say_("COMPARE-SAME"));
    return std::move(out_);
  }

 private:
  // Both reports are on one form, and may be of two bodies, subjects or periods.
  void fact(const char* label, const std::string& before, const std::string& after) {
    const std::string both = before == after || before.empty() ? after : before + " → " + after;
    if (!both.empty()) out_.facts.emplace_back(say_(label), both);
  }

  std::string period_name(const report::ReportKey& key) const {
    const auto period = calendar::Period::parse(key.period);
    return period ? period->name(lang_) : "";
  }

  void add_facts() {
    const form::FormDefinition& form = *compared_.form;
    const report::ReportKey& before = compared_.before.key;
    const report::ReportKey& after = compared_.after.key;
    out_.facts.emplace_back(say_("RECEIPT-FORM"), form.plain_title().in(lang_));
    fact("BLANK-ORGANISATION", before_.organisation, after_.organisation);
    fact("BLANK-SUBJECT", subject_with_key(engine_, form, before.subject, lang_),
         subject_with_key(engine_, form, after.subject, lang_));
    fact("BLANK-PERIOD", period_name(before), period_name(after));
    fact("BLANK-STAGE", stage_title(form, before, lang_), stage_title(form, after, lang_));
  }

  void add_columns() {
    out_.table_id = "differences";
    out_.columns = {{"change", say_("COMPARE-WHAT"), 12, ColumnType::text},
                    {"row", say_("COMPARE-ROW"), 26, ColumnType::text},
                    {"column", say_("COMPARE-COLUMN"), 32, ColumnType::text},
                    {"before", say_("COMPARE-BEFORE"), 28, ColumnType::text},
                    {"after", say_("COMPARE-AFTER"), 28, ColumnType::text},
                    {"difference", say_("COMPARE-DIFFERENCE"), 18, ColumnType::text}};
  }

  void add_cell(const std::string& what, Emphasis emphasis, const std::string& row, const report::CellChange& cell) {
    const form::Column* column = compared_.form->column(cell.column);
    add_line(column, numbered_title(column, cell.column, lang_), {what, emphasis, row}, cell);
  }

  // Fields are kept as texts; what the register fills in is told in the language of the paper.
  void add_field(report::CellChange change) {
    const auto* field = compared_.form->field(change.column);
    const auto typed = [&](const RegisteredReport& report, const form::Value& text) {
      const auto at = report.fields.find(change.column);
      if (at != report.fields.end()) return at->second;
      return field == nullptr ? text : report::parse_typed(*field, form::canonical_text(text)).value;
    };
    change.before = typed(before_, change.before);
    change.after = typed(after_, change.after);
    add_line(field, title_of(field, change.column, lang_), {say_("COMPARE-CHANGED"), Emphasis::warning, ""}, change);
  }

  void add_row(const RowChange& row) {
    for (const auto& cell : row.cells)
      add_cell(say_(change_key(row.kind)), emphasis_of(row.kind), row_name(*compared_.form, row, lang_), cell);
  }

  // What kind of change a line tells, and of which row.
  struct Kind {
    std::string what;
    Emphasis emphasis;
    std::string row;
  };
  void add_line(const form::ValueSpec* spec, const std::string& title, const Kind& kind,
                const report::CellChange& change) {
    out_.rows.push_back(line({kind.what, kind.row, title, shown(spec, change.before, lang_),
                              shown(spec, change.after, lang_), difference(spec, change.before, change.after, lang_)},
                             kind.emphasis));
  }

  Engine& engine_;
  const ComparedSubmissions& compared_;
  Lang lang_;
  document::Say say_;
  RegisteredReport before_;
  RegisteredReport after_;
  report::RowChanges table_;
  document::ListRequest out_;
};

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
  out.form = &engine.form_of(out.after);
  const table::FormTable form_table(*out.form);
  table::RowReader old_rows(engine.registry().database(), form_table, out.before.id);
  table::RowReader new_rows(engine.registry().database(), form_table, out.after.id);
  out.adds = out.form->is_additive(out.after.key.stage) && !out.form->is_additive(out.before.key.stage);
  out.changes.table =
      out.adds ? report::add_rows(*out.form, old_rows, new_rows) : report::compare_rows(*out.form, old_rows, new_rows);
  out.changes.fields = report::compare_fields(*out.form, engine.registry().fields(out.before.id),
                                              engine.registry().fields(out.after.id));
  // One period, typed in two languages.
  std::erase_if(out.changes.fields, [&](const report::CellChange& change) {
    const auto* field = out.form->field(change.column);
    return field != nullptr && field->source == form::FieldSource::period && !out.after.key.period.empty() &&
           out.before.key.period == out.after.key.period;
  });
  // Totals in the heading then mean two different things; the sums of the columns give the total of both.
  if (out.adds) {
    std::erase_if(out.changes.fields, [&](const report::CellChange& change) {
      const auto* field = out.form->field(change.column);
      return field != nullptr && form::is_numeric_type(field->type);
    });
  }
  return out;
}

document::Document make_comparison(Engine& engine, const ComparedSubmissions& compared, Lang lang) {
  document::Document out = document::list_document(Comparison(engine, compared, lang).run());
  seal(engine, out);
  return out;
}

}  // namespace esep::app
