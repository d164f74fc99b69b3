// SPDX-License-Identifier: MIT
#include "app/paper/report_paper.h"

#include "app/core/completion_day.h"
#include "app/core/names.h"
#include "app/paper/compose_report.h"
#include "app/paper/output.h"
#include "app/receive/checker.h"
#include "app/upkeep/waive.h"
#include "document/build/filled_form.h"
#include "report/read/parse_cell.h"

namespace esep::app {
namespace {

using calendar::Period;
using form::FieldSource;
using form::FormDefinition;

// The form as it read when the report was taken: its text is in the register, whatever the files say today.
std::shared_ptr<const FormDefinition> pinned_form(Engine& engine, const report::Submission& submission) {
  const auto& current = engine.catalog().edition(submission.key.form, submission.contents.edition);
  if (current.file.sha256 == submission.contents.form_sha256) return {std::shared_ptr<void>(), &current};
  Diagnostics diagnostics;
  const std::string name = "forms/" + submission.key.form + "." + submission.contents.edition + ".toml";
  auto form = std::make_shared<FormDefinition>(form::read_form(
      {name, name, engine.registry().form_text(submission.contents.form_sha256)}, nullptr, diagnostics));
  // A text kept by an older program that this one cannot read any more: titles of today then stand in.
  if (has_errors(diagnostics)) return {std::shared_ptr<void>(), &current};
  return form;
}

// Keeps the table's description alive as long as somebody may still pull rows.
struct PaperRows {
  std::shared_ptr<const FormDefinition> form;
  table::FormTable table;
  explicit PaperRows(std::shared_ptr<const FormDefinition> of) : form(std::move(of)), table(*form) {}
};

std::map<std::string, form::Value> stored_fields(Engine& engine, const FormDefinition& form,
                                                 const report::Submission& submission, Lang lang) {
  std::map<std::string, form::Value> out =
      engine_fields(engine, form, submission.key, submission.receipt.received, lang);
  const auto stored = engine.registry().fields(submission.id);
  for (const form::Field& field : form.fields) {
    const auto at = stored.find(field.id);
    if (at == stored.end()) continue;
    // What stands in the language of the register's titles is taken anew in the paper's.
    const bool by_language = field.source == FieldSource::organisation || field.source == FieldSource::subject ||
                             field.source == FieldSource::period;
    if (!by_language) out[field.id] = report::parse_typed(field, at->second).value;
  }
  return out;
}

}  // namespace

document::Document make_paper(Engine& engine, const report::Submission& submission, Lang lang) {
  const auto form = pinned_form(engine, submission);
  const auto rows = std::make_shared<PaperRows>(form);
  document::FilledRequest request;
  request.form = form.get();
  request.lang = lang;
  request.say = say_in(engine, lang);
  request.organisation = organisation_title(engine, submission.key.organisation).in(lang);
  if (const auto period = Period::parse(submission.key.period)) request.period = period->name(lang);
  request.fields = stored_fields(engine, *form, submission, lang);
  request.nil = submission.contents.nil;
  if (submission.revision > 0) {
    request.rows = [&engine, rows, id = submission.id] {
      return std::make_unique<table::RowReader>(engine.registry().database(), rows->table, id);
    };
  }
  if (auto formed = formed_contents(engine, *form, submission, lang)) {
    request.fields = std::move(formed->fields);
    request.rows = std::move(formed->rows);
  }
  request.code = paper_code(submission, "report", lang);
  request.footer = request.say(Message(
      "PAPER-CODE",
      {{"code", request.code}, {"number", submission.number}, {"revision", std::to_string(submission.revision)}}));
  if (submission.verdict.timeliness == report::Timeliness::late) {
    const auto done = done_on(engine, submission);
    request.footer += " " + request.say(late_message(engine, submission));
    const auto waivers = engine.registry().waivers();
    const auto& first =
        submission.verdict.decided_by.empty() ? submission : engine.registry().find(submission.verdict.decided_by);
    if (const auto* waiver = report::waiver_on(waivers, submission.key, done.value_or(first.receipt.received.date))) {
      request.footer += " " + request.say(waiver_message(*waiver));
    }
  }
  request.dated = submission.receipt.received.date;
  return document::filled_form(request);
}

document::Document make_receipt(Engine& engine, const report::Submission& submission, Lang lang) {
  const auto say = say_in(engine, lang);
  const auto& form = engine.catalog().edition(submission.key.form, submission.contents.edition);
  document::ListRequest request;
  request.title = say(submission.revision > 0 ? "RECEIPT-TITLE" : "RECEIPT-TITLE-REJECTED");
  request.lang = lang;
  request.author = organisation_title(engine, submission.key.organisation).in(lang);
  request.sheet = say("BLANK-SHEET-ENTRY");
  const auto fact = [&](const char* label, const std::string& value) {
    if (!value.empty()) request.facts.emplace_back(say(label), value);
  };
  const auto period = Period::parse(submission.key.period);
  std::string time = submission.receipt.received.date.dotted() + " " + submission.receipt.received.iso().substr(11);
  fact("RECEIPT-NUMBER", submission.number);
  fact("RECEIPT-REVISION", submission.revision > 0 ? std::to_string(submission.revision) : "");
  const LocalText act = act_of(engine, form, submission.key);
  fact("RECEIPT-FORM", form.plain_title().in(lang) + " (" + (act.empty() ? form.law.act : act).in(lang) + ")");
  fact("BLANK-ORGANISATION", request.author);
  fact("BLANK-SUBJECT", submission.key.subject);
  fact("BLANK-PERIOD", period ? period->name(lang) : "");
  fact("RECEIPT-RECEIVED", time);
  fact("RECEIPT-INCOMING", submission.receipt.incoming);
  fact("RECEIPT-NOMINAL", submission.deadline.nominal ? submission.deadline.nominal->dotted() : "");
  fact("RECEIPT-EFFECTIVE", submission.deadline.effective ? submission.deadline.effective->dotted() : "");
  if (const form::Field* field = done_field(engine, submission); field != nullptr && submission.revision > 0) {
    const auto done = done_on(engine, submission);
    request.facts.emplace_back(field->title.text.in(lang), done ? done->dotted() : say("RECEIPT-NOT-DONE"));
    fact("RECEIPT-DECIDES", field->title.text.in(lang));
  }
  fact("RECEIPT-TIMELINESS", say(verdict_message(submission)));
  // By revision and time, for a number on a receipt is the receipt's own (`doctor --receipt`).
  if (!submission.verdict.decided_by.empty()) {
    const auto first = engine.registry().find(submission.verdict.decided_by);
    fact("RECEIPT-DECIDED-BY", std::to_string(first.revision) + " (" + first.receipt.received.date.dotted() + " " +
                                   first.receipt.received.iso().substr(11) + ")");
  }
  if (submission.verdict.timeliness == report::Timeliness::late)
    fact("STATUS-DAYS-LATE", std::to_string(submission.verdict.working_days_late));
  fact("RECEIPT-STATE", say(state_message(submission.state)));
  fact("RECEIPT-USER", submission.receipt.user);
  fact("RECEIPT-FILE", submission.receipt.file_name);
  fact("RECEIPT-SHA256", submission.receipt.sha256);
  fact("RECEIPT-FORM-SHA256", submission.contents.form_sha256);
  fact("RECEIPT-CHAIN", submission.receipt.chain_head);
  const auto findings = engine.registry().findings(submission.id);
  if (!findings.empty()) {
    request.table_id = "findings";
    request.columns = {{"cell", say("FINDINGS-CELL"), 10, form::ColumnType::text},
                       {"code", say("FINDINGS-CODE"), 16, form::ColumnType::text},
                       {"message", say("FINDINGS-MESSAGE"), 70, form::ColumnType::text}};
    for (const auto& [finding, message] : findings) {
      document::Row row;
      for (const std::string& text : {finding.cell, finding.code, message.in(lang)}) {
        document::Cell cell;
        if (!text.empty()) cell.value = text;
        row.cells.push_back(std::move(cell));
      }
      request.rows.push_back(std::move(row));
    }
  }
  request.code = paper_code(submission, "receipt", lang);
  request.footer = say(Message(
      "PAPER-CODE",
      {{"code", request.code}, {"number", submission.number}, {"revision", std::to_string(submission.revision)}}));
  request.dated = submission.receipt.received.date;
  return document::list_document(request);
}

}  // namespace esep::app
