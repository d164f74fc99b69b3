// SPDX-License-Identifier: MIT
#include "document/build/blank_workbook.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/text.h"
#include "document/build/example.h"
#include "document/build/instruction_sheet.h"
#include "document/build/limits.h"
#include "document/build/required_if.h"
#include "form/shown_value.h"
#include "report/read/bind.h"
#include "report/read/locate.h"
#include "report/read/parse_cell.h"
#include "report/read/taken_words.h"

namespace esep::document {
namespace {

using form::Column;
using form::FormDefinition;

// The warning for a value that does not fit; empty for texts, because every value fits.
std::string warning_of(const InputSpec& input, const BlankRequest& request) {
  if (!input.choices.empty()) return request.say("INPUT-CHOICE");
  if (input.type == form::ColumnType::date) return request.say("INPUT-DATE");
  if (input.type == form::ColumnType::integer) return request.say("INPUT-INTEGER");
  return form::is_decimal_type(input.type) ? request.say("INPUT-NUMBER") : "";
}

std::vector<std::string> choices_of(const form::ValueSpec& spec, Lang lang) {
  std::vector<std::string> out;
  for (const auto& choice : spec.choices) out.push_back(choice.title.in(lang));
  if (spec.type == form::ColumnType::yes_no)
    out = {form::display_text(true, 0, lang), form::display_text(false, 0, lang)};
  return out;
}

Accepted accepted_of(const form::ValueSpec& spec) {
  Accepted out;
  out.line = spec.type;
  out.labelled = spec.pattern == form::LinePattern::labelled_date;
  for (const auto& choice : spec.choices) {
    for (const std::string* word : {&choice.id, &choice.title.kk, &choice.title.ru, &choice.title.en})
      if (!word->empty()) out.words.push_back(*word);
  }
  if (spec.type != form::ColumnType::yes_no) return out;
  out.words.assign(report::kYes.begin(), report::kYes.end());
  out.words.insert(out.words.end(), report::kNo.begin(), report::kNo.end());
  return out;
}

InputSpec input_of(const form::ValueSpec& spec, const BlankRequest& request) {
  InputSpec out;
  out.multiple = spec.holds_lines();
  out.type = out.multiple ? form::ColumnType::text : spec.type;
  out.scale = spec.scale;
  out.required = spec.required;
  out.max_length = spec.max_length;
  if (!out.multiple) out.choices = choices_of(spec, request.lang);
  out.prompt_title = spec.title.text.in(request.lang);
  out.accepted = accepted_of(spec);
  Limits limits = limits_of(spec, request);
  out.min = limits.min;
  out.max = limits.max;
  std::vector<std::string> warning{warning_of(out, request)};
  warning.insert(warning.end(), limits.words.begin(), limits.words.end());
  out.warning = join(warning, " ");
  std::vector<std::string> prompt;
  if (spec.required) prompt.push_back(request.say("INPUT-REQUIRED"));
  if (!limits.words.empty()) prompt.push_back(join(limits.words, " "));
  for (std::string& sum : sums_of(spec, request)) prompt.push_back(std::move(sum));
  if (const std::string& note = spec.guide.note.in(request.lang); !note.empty())
    prompt.push_back(note);
  else if (spec.multiple)
    prompt.push_back(request.say("BLANK-HOW-MULTIPLE"));
  const std::string example = example_of(spec, request);
  if (!example.empty()) prompt.push_back(request.say(Message("BLANK-EXAMPLE", {{"example", example}})));
  out.prompt = join(prompt, "\n");
  return out;
}

InputSpec input_of_column(const Column& column, const BlankRequest& request) {
  InputSpec out = input_of(column, request);
  if (!column.number.empty()) out.prompt_title = "№ " + column.number;
  out.required_if = required_if(column, *request.form);
  return out;
}

Fields fields_to_fill_in(const BlankRequest& request) {
  Fields out = heading_fields(*request.form, request.fields, request.lang);
  for (Field& field : out.fields) {
    const form::Field& source = *request.form->field(field.id);
    if (source.source != form::FieldSource::input) continue;
    field.input = input_of(source, request);
    field.input->unless_nil = report::is_of_table(*request.form, source);
    if (!source.default_text.empty()) field.input->required = false;
  }
  if (request.form->reporting.allow_nil) {
    Field nil;
    nil.id = "_nil";
    nil.label = report::nil_label().in(request.lang);
    nil.input = InputSpec{};
    nil.input->type = form::ColumnType::yes_no;
    nil.input->choices = {form::display_text(true, 0, request.lang), form::display_text(false, 0, request.lang)};
    nil.input->prompt_title = nil.label;
    nil.input->prompt = request.say("BLANK-NIL");
    nil.input->warning = request.say("INPUT-CHOICE");
    nil.input->nil_mark = true;
    out.fields.push_back(std::move(nil));
  }
  return out;
}

// The form's own value in its n-th fixed row; nullptr: none.
const LocalText* preset(const FormDefinition& form, size_t row, const std::string& column) {
  if (row >= form.rows.fixed.size()) return nullptr;
  const auto at = form.rows.fixed[row].values.find(column);
  return at == form.rows.fixed[row].values.end() ? nullptr : &at->second;
}

std::vector<Row> prepared_rows(const BlankRequest& request) {
  const FormDefinition& form = *request.form;
  std::vector<Row> out(std::max(request.rows.size(), form.rows.fixed.size()));
  for (size_t r = 0; r < out.size(); ++r) {
    out[r].cells.resize(form.columns.size());
    for (size_t c = 0; c < form.columns.size(); ++c) {
      Cell& cell = out[r].cells[c];
      const Column& column = form.columns[c];
      if (r < request.rows.size() && c < request.rows[r].size()) {
        cell.value = form::shown_value(column, request.rows[r][c], request.lang);
        cell.locked = column.prefilled && !form::is_blank(cell.value);
      }
      if (const LocalText* given = preset(form, r, column.id)) {
        cell.value =
            form::shown_value(column, report::parse_typed(column, given->in(request.lang)).value, request.lang);
        cell.locked = true;
      }
    }
  }
  return out;
}

void set_paper(const FormDefinition& form, Section& section) {
  constexpr int kA4Characters = 200;
  int width = 0;
  for (const Column& column : form.columns) width += column.width;
  section.landscape = form.columns.size() > 6;
  section.paper = width > kA4Characters ? Paper::a3 : Paper::a4;
}

SelfCheck self_check(const BlankRequest& request) {
  const FormDefinition& form = *request.form;
  const auto hole = [](const char* name) {
    return std::pair<std::string, Message::Value>(name, fmt::format("{{{}}}", name));
  };
  SelfCheck out;
  out.ready = request.say("SELF-CHECK-READY");
  out.not_ready = request.say(Message("SELF-CHECK-LEFT", {hole("missing"), hole("wrong"), hole("cell")}));
  out.unchecked = request.say(Message("SELF-CHECK-BELOW", {hole("row")}));
  out.unknown = request.say("SELF-CHECK-UNKNOWN");
  out.min_rows = form.rows.min;
  out.max_rows = form.rows.max;
  out.grouped = form.rows.kind == form::RowKind::grouped;
  return out;
}

Section entry_sheet(const BlankRequest& request) {
  const FormDefinition& form = *request.form;
  Section out;
  out.name = request.say("BLANK-SHEET-ENTRY");
  out.input = true;
  out.self_check = self_check(request);
  set_paper(form, out);
  Stamp stamp;
  for (const auto& line : form.wording.stamp) stamp.lines.push_back(line.text.in(request.lang));
  if (!stamp.lines.empty()) out.blocks.emplace_back(std::move(stamp));
  out.blocks.emplace_back(Heading{form.filled_title(request.lang, request.fields), 1});
  out.blocks.emplace_back(fields_to_fill_in(request));
  Table table = form_table(form, request.lang);
  for (size_t i = 0; i < form.columns.size(); ++i) table.columns[i].input = input_of_column(form.columns[i], request);
  if (form.rows.kind != form::RowKind::fixed)
    table.blank_rows = request.rows.empty() ? std::max(form.rows.blank, 1) : form.rows.blank;
  table.rows = rows_from(prepared_rows(request));
  out.blocks.emplace_back(std::move(table));
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

LocalText foot_of_blank(const form::FormDefinition& form, const LocalText& act) {
  return act.empty() ? form.law.act : act;
}

Document blank_workbook(const BlankRequest& request) {
  Document out;
  out.title = request.form->filled_title(request.lang, request.fields);
  out.lang = request.lang;
  out.author = request.organisation;
  out.subject = request.period;
  out.footer = foot_of_blank(*request.form, request.act).in(request.lang);
  out.dated = request.dated;
  out.sections.push_back(entry_sheet(request));
  out.sections.push_back(instruction_sheet(request));
  out.sections.push_back(identity_sheet(request));
  return out;
}

}  // namespace esep::document
