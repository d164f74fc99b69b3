// SPDX-License-Identifier: MIT
#include "app/paper/compose_report.h"

#include "app/core/rights.h"
#include "app/query/query_tables.h"
#include "app/query/row_store.h"
#include "app/receive/checker.h"
#include "app/receive/submit.h"
#include "app/registers/verdict_terms.h"
#include "base/error.h"
#include "base/hash.h"
#include "datafile/data_invalid.h"
#include "report/duty/status.h"
#include "report/read/validate.h"

namespace esep::app {
namespace {

using form::FormDefinition;
using report::ReportKey;

bool is_window(const report::Duty& duty) {
  return duty.obligation->due.kind == calendar::DueRule::Kind::at_least_working_days;
}

const FormDefinition& edition_for(Engine& engine, const ReportKey& key, calendar::Date today) {
  const auto period = calendar::Period::parse(key.period);
  const FormDefinition& form =
      period ? engine.catalog().for_period(key.form, *period) : engine.catalog().in_force(key.form, today);
  if (!form.reporting.formed) throw Error(Message("FORM-NOT-FORMED", {{"form", key.form}}));
  return form;
}

report::Duty duty_of(Engine& engine, const ReportKey& key, calendar::Date today) {
  report::DutyFilter filter;
  filter.form = key.form;
  filter.organisation = key.organisation;
  filter.subject = key.subject;
  filter.period = calendar::Period::parse(key.period);
  filter.with_undated = true;
  if (!filter.period) {
    filter.from = calendar::Date::from_ymd(engine.calendar().first_year(), 1, 1);
    filter.to = calendar::Date::from_ymd(engine.calendar().last_year(), 12, 31);
  }
  auto duties = engine.duties(filter);
  for (auto& duty : duties) {
    if (!duty.due.effective) continue;
    // A report sums up what happened in its period, or in the window that an event opened; their last day included.
    if (is_window(duty)) duty.due.effective = window_end(engine, duty);
    const calendar::Date last = is_window(duty) || !filter.period ? *duty.due.effective : filter.period->last_day();
    if (duty.obligation->accept_from != form::AcceptFrom::always && today <= last) {
      throw Error(Message("REPORT-NOT-YET", {{"date", last.dotted()}}));
    }
    return duty;
  }
  if (duties.empty()) throw Error(Message("REPORT-NO-DUTY", {{"form", key.form}}));
  const std::string& event = duties.front().obligation->event;
  throw Error(Message("REPORT-EVENT", {{"event", event}, {"subject", key.subject}}));
}

std::string contents(const FormDefinition& form, const std::map<std::string, form::Value>& fields,
                     const std::vector<std::vector<form::Value>>& rows) {
  std::string out = form.id + " " + form.edition + "\n";
  for (const auto& [id, value] : fields) {
    // The day on which somebody asks is no part of the report.
    const form::Field* field = form.field(id);
    if (field != nullptr && field->source == form::FieldSource::received) continue;
    out += id + "=" + form::canonical_text(value) + "\n";
  }
  for (const auto& row : rows) {
    for (const auto& value : row) out += form::canonical_text(value) + "\t";
    out += "\n";
  }
  return out;
}

table::RuleContext context_of(Engine& engine, const FormDefinition& form, const ReportKey& key,
                              const std::map<std::string, form::Value>& fields, calendar::Date today) {
  table::RuleContext out;
  out.head = fields;
  if (const auto* row = form.subject.empty() ? nullptr : engine.row(form.subject, key.subject))
    out.subject = row->values;
  if (const auto period = calendar::Period::parse(key.period)) {
    out.period_start = period->first_day();
    out.period_end = period->last_day();
  }
  out.received_on = today;
  return out;
}

void run_rules(Engine& engine, const FormDefinition& form, table::RuleRunner& runner, const table::RuleContext& context,
               registry::NewSubmission& out) {
  Diagnostics diagnostics;
  for (const auto& hit : runner.run(context, report::kMaxFindings, diagnostics)) {
    report::Finding finding = report::finding_of(form, hit, context.received_on);
    finding.file = form.id;
    ++(finding.severity == Severity::error ? out.contents.errors : out.contents.warnings);
    const LocalText text = engine.render_all(finding.message);
    out.findings.push_back({std::move(finding), text});
  }
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
}

}  // namespace

FormedReport form_report(Engine& engine, ReportKey key, const registry::Actor& actor) {
  constexpr Lang kLang = Lang::kk;  // that of the register; papers in Russian are made by formed_contents()
  const FormDefinition& form = edition_for(engine, key, actor.at.date);
  if (key.organisation.empty() && !form.subject.empty()) {
    const auto* row = engine.row(form.subject, key.subject);
    if (row == nullptr) {
      throw Error(Message("SUBJECT-UNKNOWN", {{"subject", key.subject},
                                              {"register", engine.catalog().register_by_id(form.subject).title}}));
    }
    key.organisation =
        report::row_text(engine.catalog().register_by_id(form.subject), *row, form::RegisterRole::organisation);
  }
  const report::Duty duty = duty_of(engine, key, actor.at.date);
  key = duty.key;
  const auto rows = source_rows(engine, form, key, kLang, actor.at.date);
  registry::NewSubmission out;
  out.fields = engine_fields(engine, form, key, actor.at, kLang);
  out.form = &form;
  const std::string bytes = contents(form, out.fields, rows);
  out.bytes = bytes;
  const form::RegisterDefinition* subject =
      form.subject.empty() ? nullptr : &engine.catalog().register_by_id(form.subject);
  Diagnostics diagnostics;
  table::RuleRunner runner(form, subject, diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  int64_t number = 0;
  for (const auto& row : rows) {
    ++number;
    runner.add_row({.sheet_row = number, .record = number, .values = row});
  }
  run_rules(engine, form, runner, context_of(engine, form, key, out.fields, actor.at.date), out);
  FormedReport formed;
  for (const auto& [finding, text] : out.findings) formed.findings.push_back(finding);
  if (report::has_errors(formed.findings)) return formed;
  out.key = key;
  out.deadline = {duty.obligation->id, duty.due.nominal, duty.due.effective};
  if (!is_window(duty)) {  // the last day of a window is no deadline: the report comes after it
    out.verdict =
        report::judge(*duty.obligation, duty.due, actor.at, day_done(*duty.obligation, out.fields), engine.calendar());
  }
  out.receipt.received = actor.at;
  out.receipt.file_name = key.form + "." + key.subject + ".txt";
  out.receipt.sha256 = sha256_hex(bytes);
  out.contents.edition = form.edition;
  out.contents.form_sha256 = form.file.sha256;
  out.rows = [&runner] { return runner.rows(); };
  out.accepted = true;
  const SubmitRight right(engine);
  out.permit = [&] { right.require(key, actor); };
  formed.submission = engine.registry().submit(out, actor).submission;
  return formed;
}

std::optional<FormedContents> formed_contents(Engine& engine, const FormDefinition& form,
                                              const report::Submission& submission, Lang lang) {
  if (!form.reporting.formed || lang == Lang::kk) return std::nullopt;
  const calendar::Date today = submission.receipt.received.date;
  auto fields = engine_fields(engine, form, submission.key, submission.receipt.received, Lang::kk);
  if (sha256_hex(contents(form, fields, source_rows(engine, form, submission.key, Lang::kk, today))) !=
      submission.receipt.sha256) {
    return std::nullopt;
  }
  return FormedContents{engine_fields(engine, form, submission.key, submission.receipt.received, lang),
                        kept_rows(form, source_rows(engine, form, submission.key, lang, today))};
}

}  // namespace esep::app
