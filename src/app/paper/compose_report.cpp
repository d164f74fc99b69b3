// SPDX-License-Identifier: MIT
#include "app/paper/compose_report.h"

#include <algorithm>

#include "app/core/duty_of.h"
#include "app/core/edition_change.h"
#include "app/core/edition_of.h"
#include "app/core/event_advice.h"
#include "app/core/event_titles.h"
#include "app/core/key_checks.h"
#include "app/core/no_duty.h"
#include "app/core/paper_code.h"
#include "app/core/rights.h"
#include "app/core/rule_context.h"
#include "app/core/rules_of.h"
#include "app/core/sent_paper.h"
#include "app/core/titles.h"
#include "app/paper/composed_contents.h"
#include "app/paper/name_rows.h"
#include "app/query/heading_fields.h"
#include "app/query/rows_left_out.h"
#include "app/query/source_rows.h"
#include "app/receive/facts.h"
#include "app/receive/paper_texts.h"
#include "base/error.h"
#include "base/hash.h"
#include "datafile/data_invalid.h"
#include "report/read/right_values.h"
#include "report/read/validate.h"

namespace esep::app {
namespace {

using form::FormDefinition;
using report::ReportKey;
using Fields = std::map<std::string, form::Value>;
using Rows = std::vector<std::vector<form::Value>>;

constexpr Lang kLang = Lang::kk;  // that of the register

const FormDefinition& composed_form(Engine& engine, const ReportKey& key, calendar::Date today) {
  const FormDefinition& form = edition_of(engine, key, today);
  if (!form.reporting.composed) throw Error(Message("FORM-NOT-COMPOSED", {{"form", form_title(engine, key.form)}}));
  if (auto changed = edition_change(engine, form)) throw Error(Message("FORM-COLUMNS-CHANGED", std::move(*changed)));
  return form;
}

// Whose subject it is, where the caller names the subject only.
void add_organisation(Engine& engine, ReportKey& key) {
  const std::string& subjects_id = engine.catalog().require(key.form).subject;
  if (!key.organisation.empty() || subjects_id.empty()) return;
  if (engine.row(subjects_id, key.subject) == nullptr)
    throw Error(Message("SUBJECT-UNKNOWN",
                        {{"subject", key.subject}, {"register", engine.catalog().register_by_id(subjects_id).title}}));
  key = with_owner(engine, std::move(key));
}

// A report covers its period, or the window that an event opened, including the last day.
report::Duty duty_to_compose(Engine& engine, const ReportKey& key, calendar::Date today) {
  auto duties = duties_like(engine, key);
  std::erase_if(duties, [&](const report::Duty& duty) { return duty.key.occurrence != key.occurrence; });
  if (duties.empty()) throw no_duty_error(engine, key);
  const auto at =
      std::find_if(duties.begin(), duties.end(), [](const auto& duty) { return duty.due.effective.has_value(); });
  if (at == duties.end()) {
    if (duties.front().beyond_calendar) throw Error(*duties.front().beyond_calendar);
    const form::Obligation& obligation = *duties.front().obligation;
    throw Error(
        Message("REPORT-EVENT", {{"event", engine.event_titles().of(obligation.event)}, {"subject", key.subject}}),
        event_advice(engine, obligation));
  }
  report::Duty out = std::move(*at);
  const auto period = calendar::Period::parse(key.period);
  const calendar::Date last = out.is_window() || !period ? *out.due.effective : period->last_day();
  if (out.obligation->accept_from != form::AcceptFrom::always && today <= last)
    throw Error(Message("REPORT-NOT-YET", {{"date", last.dotted()}}));
  return out;
}

table::RuleRunner runner_of(Engine& engine, const FormDefinition& form, const Rows& rows) {
  table::RuleRunner out = rules_of(engine, form);
  int64_t number = 0;
  for (const auto& row : rows) {
    ++number;
    out.add_row({.sheet_row = number, .record = number, .values = row});
  }
  return out;
}

report::Findings run_rules(const FormDefinition& form, table::RuleRunner& runner, const table::RuleContext& context) {
  report::Findings out;
  Diagnostics diagnostics;
  auto hits = runner.run(context, report::kMaxFindings, diagnostics);
  report::doubt_right_values(form, {}, hits, runner, context);
  for (const auto& hit : hits) {
    out.push_back(report::finding_of(form, hit, context.received_on));
    out.back().file = form.id;
  }
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

// What the paper says besides its rows. Returned: what of it stands on the paper, as `marks_by_subject`.
std::string add_remarks(Engine& engine, const FormDefinition& form, const ReportKey& key, calendar::Date today,
                        report::Findings& findings) {
  std::string marks;
  const auto add = [&](report::Findings remarks) {
    for (report::Finding& one : remarks) findings.push_back(std::move(one).in(form.id));
  };
  add(rows_left_out_of(engine, key.subject));
  for (const report::Findings& of : {marks_on_paper(engine, key.subject), source_marks(engine, form, key, today)}) {
    marks += text_of_marks(engine, of);
    add(of);
  }
  return marks;
}

// Somebody wrote into the register after its data had been read and before the report took its turn.
struct Overtaken {};

ComposedReport compose_once(Engine& engine, const ReportKey& key, const registry::Actor& actor) {
  const calendar::Date today = actor.at.date;
  engine.calendar().require_covered(today);
  const std::string head = engine.registry().history().head();
  engine.forget_rows();
  const FormDefinition& form = composed_form(engine, key, today);
  const report::Duty duty = duty_to_compose(engine, key, today);
  Queries queries(engine);
  const Rows rows = source_rows(queries, form, duty.key, kLang, today);
  JudgedReport judged;
  judged.form = &form;
  judged.duty = &duty;
  judged.fields = heading_fields(queries, form, duty.key, actor.at, kLang);
  table::RuleRunner runner = runner_of(engine, form, rows);
  judged.findings = run_rules(form, runner, rule_context(engine, form, duty.key, judged.fields, today));
  name_rows(engine, form, duty.key.subject, rows, judged.findings);
  const std::string marks = add_remarks(engine, form, duty.key, today, judged.findings);
  ComposedReport out{judged.findings, std::nullopt};
  if (report::has_errors(out.findings)) return out;
  // What the paper says of a row is a part of it: without a mark the bytes are those of earlier programs.
  const std::string bytes = composed_contents(form, judged.fields, rows) + marks;
  judged.bytes = bytes;
  judged.sha256 = sha256_hex(bytes);
  judged.file_name = report_file_stem(duty.key) + ".txt";
  registry::NewSubmission submission = facts_of(engine, std::move(judged), actor.at);
  submission.rows = [&runner] { return runner.rows(); };
  add_paper_texts(queries, submission);
  add_paper_texts(rows, source_rows(queries, form, duty.key, Lang::ru, today), submission);
  const SubmitRight right(engine);
  const auto require_same = [&] {
    if (engine.registry().history().head() != head) throw Overtaken();
  };
  submission.permit = [&] {
    right.require(duty.key, actor);
    require_same();
  };
  auto submitted = engine.registry().submit(submission, actor);
  if (submitted.repeated) require_same();
  out.submission = std::move(submitted.submission);
  return out;
}

}  // namespace

ComposedReport compose_report(Engine& engine, ReportKey key, const registry::Actor& actor) {
  constexpr int kTimes = 20;
  add_organisation(engine, key);
  for (int time = 1; time <= kTimes; ++time) {
    try {
      return compose_once(engine, key, actor);
    } catch (const Overtaken&) {
      continue;  // it would not hold what came meanwhile, and its paper would call itself complete
    }
  }
  throw Error(Message("SQLITE-BUSY", {{"file", (engine.workspace() / "esep.db").string()}}));
}

}  // namespace esep::app
