// SPDX-License-Identifier: MIT
#include "document/build/filled_form.h"

#include "document/build/one_section.h"

namespace esep::document {
namespace {

Signatures signatures(const FilledRequest& request) {
  Signatures out;
  for (const auto& signature : request.form->wording.signatures) {
    SignatureLine line;
    line.title = signature.title.text.in(request.lang);
    const auto name = request.fields.find(signature.name_field);
    if (name != request.fields.end()) line.name = form::canonical_text(name->second);
    out.lines.push_back(std::move(line));
  }
  return out;
}

// A field, so that data have it too.
Fields standing_field(const FilledRequest& request) {
  Field field;
  field.id = "_state";
  field.label = request.say("RECEIPT-STATE");
  field.value = request.standing;
  return {{std::move(field)}};
}

}  // namespace

Document filled_form(const FilledRequest& request) {
  const form::FormDefinition& form = *request.form;
  const std::string title = form.filled_title(request.lang, request.fields);
  Section section;
  section.name = request.say("BLANK-SHEET-ENTRY");
  Table table = form_table(form, request.lang);
  table.when_empty = request.say(request.no_rows);
  table.rows = request.rows ? shown_rows(form, request.rows, request.lang) : rows_from({});
  section.landscape = form.columns.size() > 6 && !is_left_out(table);
  Stamp stamp;
  for (const auto& line : form.wording.stamp) stamp.lines.push_back(line.text.in(request.lang));
  if (!stamp.lines.empty()) section.blocks.emplace_back(std::move(stamp));
  section.blocks.emplace_back(Heading{title, 1});
  for (const form::Field& field : form.fields) {
    const auto said = request.fields.find(field.id);
    if (field.every_page && said != request.fields.end() && !form::is_blank(said->second))
      section.blocks.emplace_back(
          Paragraph{form::display_text(said->second, field.scale, request.lang), Emphasis::strong});
  }
  if (!request.standing.empty()) section.blocks.emplace_back(standing_field(request));
  section.blocks.emplace_back(heading_fields(form, request.fields, request.lang));
  const LocalText& nil = form.wording.nil_sentence.text;
  if (request.nil)
    section.blocks.emplace_back(
        Paragraph{nil.empty() ? request.say("PAPER-NIL") : nil.in(request.lang), Emphasis::strong});
  section.blocks.emplace_back(std::move(table));
  for (const auto& note : form.wording.notes)
    section.blocks.emplace_back(Paragraph{note.text.in(request.lang), Emphasis::normal});
  if (!form.wording.signatures.empty()) section.blocks.emplace_back(signatures(request));
  Document out = one_section(request, title, request.organisation, std::move(section));
  out.subject = request.period;
  out.short_footer = request.short_footer;
  return out;
}

Table list_table(const std::string& id, const std::vector<ListColumn>& columns, RowSource rows) {
  Table out;
  out.id = id;
  for (const ListColumn& column : columns) {
    TableColumn one;
    one.id = column.id;
    one.title = column.title;
    one.width = column.width;
    one.type = column.type;
    out.header.push_back({column.title, {}});
    out.columns.push_back(std::move(one));
  }
  out.rows = std::move(rows);
  return out;
}

Document list_document(const ListRequest& request) {
  Section section;
  section.name = request.sheet;
  section.landscape = request.columns.size() > 6;
  section.list = !request.columns.empty();
  section.blocks.emplace_back(Heading{request.title, 1});
  Fields facts;
  for (const auto& [label, value] : request.facts) {
    Field field;
    field.id = label;
    field.label = label;
    if (!value.empty()) field.value = value;
    facts.fields.push_back(std::move(field));
  }
  if (!facts.fields.empty()) section.blocks.emplace_back(std::move(facts));
  for (const std::string& text : request.paragraphs) section.blocks.emplace_back(Paragraph{text, Emphasis::normal});
  if (!request.columns.empty()) {
    section.blocks.emplace_back(list_table(request.table_id, request.columns, rows_from(request.rows)));
  }
  return one_section(request, request.title, request.author, std::move(section));
}

}  // namespace esep::document
