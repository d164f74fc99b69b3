// SPDX-License-Identifier: MIT
#include "document/blank_workbook.h"

#include <algorithm>

#include "base/text.h"
#include "report/parse_cell.h"

namespace esep::document {
namespace {

using form::Column;
using form::FormDefinition;

InputSpec input_of(const Column& column, const BlankRequest& request) {
  InputSpec out;
  out.type = column.multiple || !column.pattern.empty() ? form::ColumnType::text : column.type;
  out.scale = column.scale;
  out.required = column.required;
  out.multiple = column.multiple || !column.pattern.empty();
  out.max_length = column.max_length;
  if (!out.multiple) {
    for (const auto& choice : column.choices) out.choices.push_back(choice.title.in(request.lang));
  }
  out.prompt_title = column.number.empty() ? "" : "№ " + column.number;
  out.prompt = column.note.in(request.lang);
  if (!column.example.empty()) {
    out.prompt += (out.prompt.empty() ? "" : "\n") + request.say(Message("BLANK-EXAMPLE", {{"example", column.example}}));
  }
  return out;
}

Fields heading_fields(const BlankRequest& request) {
  Fields out;
  for (const Column& column : request.form->fields) {
    Field field;
    field.id = column.id;
    field.label = column.title.text.in(request.lang);
    field.scale = column.scale;
    const auto known = request.fields.find(column.id);
    if (known != request.fields.end()) field.value = shown_value(column, known->second, request.lang);
    if (column.source == "input") field.input = input_of(column, request);
    out.fields.push_back(std::move(field));
  }
  if (request.form->allow_nil) {
    Field nil;
    nil.id = "_nil";
    nil.label = request.nil_label.in(request.lang);
    nil.input = InputSpec{};
    nil.input->type = form::ColumnType::yes_no;
    nil.input->choices = {form::display_text(true, 0, request.lang), form::display_text(false, 0, request.lang)};
    nil.input->prompt = request.say("BLANK-NIL");
    out.fields.push_back(std::move(nil));
  }
  return out;
}

std::vector<Row> prefilled(const BlankRequest& request) {
  std::vector<Row> out;
  for (const auto& values : request.rows) {
    Row row;
    for (size_t i = 0; i < values.size(); ++i) {
      Cell cell;
      cell.value = shown_value(request.form->columns[i], values[i], request.lang);
      row.cells.push_back(std::move(cell));
    }
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<Row> fixed_rows(const FormDefinition& form, Lang lang) {
  std::vector<Row> out;
  for (const auto& fixed : form.rows.fixed) {
    Row row;
    for (const Column& column : form.columns) {
      Cell cell;
      const auto at = fixed.values.find(column.id);
      if (at != fixed.values.end()) cell.value = shown_value(column, report::parse_typed(column, at->second).value, lang);
      row.cells.push_back(std::move(cell));
    }
    out.push_back(std::move(row));
  }
  return out;
}

Section entry_sheet(const BlankRequest& request) {
  const FormDefinition& form = *request.form;
  Section out;
  out.name = request.say("BLANK-SHEET-ENTRY");
  out.input = true;
  out.landscape = form.columns.size() > 6;
  Stamp stamp;
  for (const auto& line : form.stamp) stamp.lines.push_back(line.text.in(request.lang));
  if (!stamp.lines.empty()) out.blocks.emplace_back(std::move(stamp));
  out.blocks.emplace_back(Heading{form.title.text.in(request.lang), 1});
  out.blocks.emplace_back(heading_fields(request));
  Table table = form_table(form, request.lang);
  for (size_t i = 0; i < form.columns.size(); ++i) table.columns[i].input = input_of(form.columns[i], request);
  std::vector<Row> rows = request.rows.empty() ? fixed_rows(form, request.lang) : prefilled(request);
  if (form.rows.kind != form::RowKind::fixed) table.blank_rows = form.rows.blank;
  table.rows = rows_from(std::move(rows));
  out.blocks.emplace_back(std::move(table));
  return out;
}

std::string provenance_text(const BlankRequest& request, const form::Wording& wording) {
  switch (wording.in(request.lang)) {
    case form::Provenance::official: return request.say("PROVENANCE-OFFICIAL");
    case form::Provenance::partly: return request.say("PROVENANCE-PARTLY");
    case form::Provenance::reconstructed: return request.say("PROVENANCE-RECONSTRUCTED");
    case form::Provenance::translated: return request.say("PROVENANCE-TRANSLATED");
    case form::Provenance::own: return request.say("PROVENANCE-OWN");
  }
  return "";
}

std::string type_text(const BlankRequest& request, const Column& column) {
  if (column.pattern == "labelled_date") return request.say("TYPE-LABELLED-DATE");
  std::string key = "TYPE-" + std::string(form::column_type_name(column.type));
  std::transform(key.begin(), key.end(), key.begin(), [](char c) { return c == '_' ? '-' : (c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c); });
  std::string out = request.say(Message(key, {}));
  if (!column.choices.empty()) {
    std::vector<std::string> titles;
    for (const auto& choice : column.choices) titles.push_back(choice.title.in(request.lang));
    out += ": " + join(titles, "; ");
  }
  return out;
}

TableColumn guide_column(const char* id, std::string title, int width) {
  TableColumn out;
  out.id = id;
  out.title = std::move(title);
  out.width = width;
  return out;
}

// One line per column: what it is, how to fill it in, whether its wording is official.
Table guide(const BlankRequest& request) {
  Table out;
  out.id = "guide";
  out.columns = {guide_column("number", request.say("GUIDE-NUMBER"), 6), guide_column("title", request.say("GUIDE-TITLE"), 45),
                 guide_column("type", request.say("GUIDE-TYPE"), 28), guide_column("required", request.say("GUIDE-REQUIRED"), 12),
                 guide_column("note", request.say("GUIDE-NOTE"), 50), guide_column("example", request.say("GUIDE-EXAMPLE"), 24),
                 guide_column("provenance", request.say("GUIDE-PROVENANCE"), 24)};
  for (const auto& column : out.columns) out.header.push_back({column.title, {}});
  std::vector<Row> rows;
  for (const Column& column : request.form->columns) {
    std::string note = column.note.in(request.lang);
    if (!column.reason.empty()) note += (note.empty() ? "" : "\n") + column.reason.in(request.lang);
    Row row;
    for (std::string text : {column.number, column.title.text.in(request.lang), type_text(request, column),
                             request.say(column.required ? "GUIDE-YES" : "GUIDE-NO"), note, column.example,
                             provenance_text(request, column.title)}) {
      Cell cell;
      if (!text.empty()) cell.value = std::move(text);
      row.cells.push_back(std::move(cell));
    }
    rows.push_back(std::move(row));
  }
  out.rows = rows_from(std::move(rows));
  return out;
}

Section instruction_sheet(const BlankRequest& request) {
  const FormDefinition& form = *request.form;
  Section out;
  out.name = request.say("BLANK-SHEET-INSTRUCTIONS");
  out.workbook_only = true;
  out.landscape = true;
  const auto say = [&](Message message) { out.blocks.emplace_back(Paragraph{request.say(message), Emphasis::normal}); };
  out.blocks.emplace_back(Heading{request.say("BLANK-INSTRUCTIONS-TITLE"), 1});
  Fields facts;
  const auto fact = [&](const char* label, const std::string& value) {
    if (value.empty()) return;
    Field field;
    field.id = label;
    field.label = request.say(label);
    field.value = value;
    facts.fields.push_back(std::move(field));
  };
  fact("BLANK-ORGANISATION", request.organisation);
  fact("BLANK-SUBJECT", request.subject);
  fact("BLANK-PERIOD", request.period);
  if (request.due.effective) fact("BLANK-DEADLINE", request.due.effective->dotted());
  if (request.obligation != nullptr) {
    fact("BLANK-RECIPIENT", request.obligation->recipient.in(request.lang));
    fact("BLANK-DEADLINE-LAW", request.obligation->law.in(request.lang));
  }
  fact("BLANK-FORM-LAW", form.law.in(request.lang));
  out.blocks.emplace_back(std::move(facts));
  for (const auto& step : request.due.steps) {
    out.blocks.emplace_back(Paragraph{(step.date ? step.date->dotted() + " – " : std::string()) + request.say(step.text), Emphasis::muted});
  }
  if (request.due.computed_calendar) say("DUE-COMPUTED-CALENDAR");
  say("BLANK-HOW-1");
  say("BLANK-HOW-2");
  if (form.rows.kind == form::RowKind::grouped) say("BLANK-HOW-GROUPED");
  if (form.allow_nil) say("BLANK-NIL");
  for (const auto& text : form.instructions) out.blocks.emplace_back(Paragraph{text.in(request.lang), Emphasis::normal});
  out.blocks.emplace_back(Paragraph{request.say("BLANK-FORM-TITLE-PROVENANCE") + " " + provenance_text(request, form.title), Emphasis::normal});
  if (form.in_force_assumed) out.blocks.emplace_back(Paragraph{form.in_force_note.in(request.lang), Emphasis::normal});
  for (const auto& note : form.notes) out.blocks.emplace_back(Paragraph{note.text.in(request.lang), Emphasis::normal});
  out.blocks.emplace_back(guide(request));
  return out;
}

Section identity_sheet(const BlankRequest& request) {
  Section out;
  out.name = form::WorkbookIdentity::kSheetName;
  out.hidden = true;
  Fields rows;
  for (auto& [key, value] : request.identity.encode()) {
    Field field;
    field.id = key;
    field.label = key;
    if (!value.empty()) field.value = value;
    rows.fields.push_back(std::move(field));
  }
  out.blocks.emplace_back(std::move(rows));
  return out;
}

}  // namespace

Document blank_workbook(const BlankRequest& request) {
  Document out;
  out.title = request.form->title.text.in(request.lang);
  out.lang = request.lang;
  out.author = request.organisation;
  out.subject = request.period;
  out.dated = request.dated;
  out.sections.push_back(entry_sheet(request));
  out.sections.push_back(instruction_sheet(request));
  out.sections.push_back(identity_sheet(request));
  return out;
}

}  // namespace esep::document
