// SPDX-License-Identifier: MIT
#include "document/build/instruction_sheet.h"

#include <algorithm>

#include "base/text.h"
#include "document/build/example.h"
#include "document/build/explained_step.h"
#include "document/build/facts.h"
#include "document/build/limits.h"

namespace esep::document {
namespace {

using form::FormDefinition;
using form::Provenance;
using form::ValueSpec;

const char* provenance_key(Provenance provenance, bool of_workspace) {
  switch (provenance) {
    case Provenance::official:
      return "PROVENANCE-OFFICIAL";
    case Provenance::partly:
      return "PROVENANCE-PARTLY";
    case Provenance::reconstructed:
      return "PROVENANCE-RECONSTRUCTED";
    case Provenance::translated:
      return "PROVENANCE-TRANSLATED";
    default:
      return of_workspace ? "PROVENANCE-OWN-FORM" : "PROVENANCE-OWN";
  }
}

std::string law_of(const BlankRequest& request) {
  const FormDefinition& form = *request.form;
  const Lang lang = request.lang;
  if (!request.act.empty()) return request.act.in(lang);
  const std::string paragraph = form.law.paragraph.in(lang);
  return form.law.act.in(lang) + (paragraph.empty() ? "" : ", " + paragraph);
}

Fields facts_of(const BlankRequest& request) {
  const std::string obligation =
      request.duty.obligation == nullptr ? std::string() : request.duty.obligation->title.in(request.lang);
  return facts(request.say, {{"BLANK-ORGANISATION", request.organisation},
                             {"BLANK-SUBJECT", request.subject},
                             {"BLANK-PERIOD", request.period},
                             {"BLANK-STAGE", request.duty.stage},
                             {"BLANK-OBLIGATION", obligation},
                             {"BLANK-DEADLINE", request.duty.due.effective ? request.duty.due.effective->dotted() : ""},
                             {"BLANK-DEADLINE-LAW", request.duty.law.in(request.lang)},
                             {"BLANK-RECIPIENT", request.duty.recipient.in(request.lang)},
                             {"BLANK-FORM-LAW", law_of(request)},
                             {"BLANK-EDITION", request.form->edition}});
}

class Sheet {
 public:
  explicit Sheet(const BlankRequest& request) : request_(request), form_(*request.form) {}

  Section run() {
    out_.name = request_.say("BLANK-SHEET-INSTRUCTIONS");
    out_.workbook_only = true;
    out_.landscape = true;
    out_.blocks.emplace_back(Heading{request_.say("BLANK-INSTRUCTIONS-TITLE"), 1});
    out_.blocks.emplace_back(facts_of(request_));
    reminders();
    deadline();
    how_to();
    provenance();
    guide();
    return std::move(out_);
  }

 private:
  void heading(const char* key) { out_.blocks.emplace_back(Heading{request_.say(key), 2}); }
  void line(std::string text, Emphasis emphasis = Emphasis::normal) {
    if (!text.empty()) out_.blocks.emplace_back(Paragraph{std::move(text), emphasis});
  }
  [[nodiscard]] const std::string& words(const LocalText& text) const { return text.in(request_.lang); }

  void reminders() {
    if (request_.reminders.empty()) return;
    heading("BLANK-REMINDERS");
    for (const auto& text : request_.reminders) line(text, Emphasis::warning);
    line(request_.say("BLANK-REMINDERS-ASK"));
  }

  void deadline() {
    if (request_.duty.due.steps.empty()) return;
    heading("BLANK-DEADLINE-STEPS");
    for (const auto& step : request_.duty.due.steps)
      line(explained_step(step, request_.say, request_.lang), Emphasis::muted);
    if (request_.duty.due.computed_calendar) line(request_.say("BLANK-COMPUTED-CALENDAR"), Emphasis::warning);
  }

  void how_to() {
    heading("BLANK-HOW-TITLE");
    line(request_.say("BLANK-HOW-1"));
    line(request_.say("BLANK-HOW-2"));
    line(request_.say("BLANK-HOW-CHECKED"));
    if (form_.rows.kind == form::RowKind::grouped) line(request_.say("BLANK-HOW-GROUPED"));
    if (form_.rows.kind == form::RowKind::fixed) line(request_.say("BLANK-HOW-FIXED"));
    const auto holds_lines = [](const form::Column& column) { return column.holds_lines(); };
    if (std::any_of(form_.columns.begin(), form_.columns.end(), holds_lines)) line(request_.say("BLANK-HOW-MULTIPLE"));
    if (form_.reporting.allow_nil) line(request_.say("BLANK-NIL"));
    for (const auto& text : form_.wording.instructions) line(words(text));
    for (const auto& note : form_.wording.notes) line(words(note.text));
  }

  // Texts outside the columns, by provenance; the table below has those of the columns.
  void provenance() {
    heading("BLANK-PROVENANCE-TITLE");
    std::map<Provenance, std::vector<std::string>> by_origin;
    const auto add = [&](const form::Wording& wording) {
      if (!wording.empty())
        by_origin[wording.in(request_.lang)].push_back("«" + squeeze_spaces(words(wording.text)) + "»");
    };
    for (const auto& one : form_.wording.stamp) add(one);
    add(form_.wording.title);
    for (const auto& field : form_.fields) add(field.title);
    for (const auto& group : form_.groups) add(group.title);
    for (const auto& note : form_.wording.notes) add(note);
    add(form_.wording.continuation);
    add(form_.wording.nil_sentence);
    for (const auto& signature : form_.wording.signatures) add(signature.title);
    for (const auto& [origin, texts] : by_origin) {
      line(request_.say(Message("BLANK-PROVENANCE-LIST",
                                {{"provenance", request_.say(provenance_key(origin, request_.of_workspace))},
                                 {"texts", join(texts, "; ")}})),
           origin == Provenance::official ? Emphasis::normal : Emphasis::warning);
    }
    if (form_.law.in_force.assumed) line(words(form_.law.in_force.note), Emphasis::warning);
  }

  [[nodiscard]] std::string type_text(const ValueSpec& column) const {
    if (column.pattern == form::LinePattern::labelled_date) return request_.say("TYPE-LABELLED-DATE");
    std::string key = "TYPE-";
    for (const char c : form::column_type_name(column.type)) key += c == '_' ? '-' : static_cast<char>(c - ('a' - 'A'));
    std::string out = request_.say(Message(key, {}));
    std::vector<std::string> titles;
    for (const auto& choice : column.choices) titles.push_back(words(choice.title));
    if (!titles.empty()) out += ": " + join(titles, "; ");
    if (form::is_decimal_type(column.type) && column.scale > 0)
      out += ", " + request_.say(Message("TYPE-SCALE", {{"scale", std::to_string(column.scale)}}));
    if (column.max_length > 0)
      out += ", " + request_.say(Message("TYPE-MAX-LENGTH", {{"length", std::to_string(column.max_length)}}));
    if (column.multiple) out += ", " + request_.say("TYPE-MULTIPLE");
    for (const std::string& limit : limits_of(column, request_).words) out += "\n" + limit;
    for (const std::string& sum : sums_of(column, request_)) out += "\n" + sum;
    return out;
  }

  [[nodiscard]] Row guide_row(const ValueSpec& column, const std::string& number) const {
    const char* required = column.required ? "GUIDE-YES" : column.required_if.empty() ? "GUIDE-NO" : "GUIDE-SOMETIMES";
    std::string origin = request_.say(provenance_key(column.title.in(request_.lang), request_.of_workspace));
    if (!column.guide.reason.empty()) origin += ": " + words(column.guide.reason);
    Row out;
    for (std::string text : {number, words(column.title.text), type_text(column), request_.say(required),
                             words(column.guide.note), example_of(column, request_), origin}) {
      Cell cell;
      if (!text.empty()) cell.value = std::move(text);
      out.cells.push_back(std::move(cell));
    }
    const bool ours = column.title.in(request_.lang) != Provenance::official;
    out.cells.back().emphasis = ours ? Emphasis::warning : Emphasis::normal;
    return out;
  }

  void guide() {
    struct GuideColumn {
      const char* id;
      const char* title;
      int width;
    };
    constexpr GuideColumn kColumns[] = {
        {"number", "GUIDE-NUMBER", 8},         {"title", "GUIDE-TITLE", 45}, {"type", "GUIDE-TYPE", 28},
        {"required", "GUIDE-REQUIRED", 12},    {"note", "GUIDE-NOTE", 45},   {"example", "GUIDE-EXAMPLE", 24},
        {"provenance", "GUIDE-PROVENANCE", 40}};
    Table table;
    table.id = "guide";
    for (const auto& column : kColumns) {
      TableColumn one;
      one.id = column.id;
      one.title = request_.say(column.title);
      one.width = column.width;
      table.header.push_back({one.title, {}});
      table.columns.push_back(std::move(one));
    }
    std::vector<Row> rows;
    for (const form::Field& field : form_.fields) {
      if (field.source == form::FieldSource::input) rows.push_back(guide_row(field, ""));
    }
    for (const form::Column& column : form_.columns) rows.push_back(guide_row(column, column.number));
    table.rows = rows_from(std::move(rows));
    table.caption = request_.say("GUIDE-CAPTION");
    out_.blocks.emplace_back(std::move(table));
  }

  const BlankRequest& request_;
  const FormDefinition& form_;
  Section out_;
};

}  // namespace

Section instruction_sheet(const BlankRequest& request) { return Sheet(request).run(); }

}  // namespace esep::document
