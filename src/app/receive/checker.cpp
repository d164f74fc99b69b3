// SPDX-License-Identifier: MIT
#include "app/receive/checker.h"

#include <algorithm>

#include "app/core/duty_of.h"
#include "app/core/edition_change.h"
#include "app/core/edition_of.h"
#include "app/core/key_checks.h"
#include "app/core/known_keys.h"
#include "app/core/names.h"
#include "app/core/no_duty.h"
#include "app/core/none_records.h"
#include "app/core/plausible_limits.h"
#include "app/core/rights.h"
#include "app/core/rule_context.h"
#include "app/core/rules_of.h"
#include "app/core/table_words.h"
#include "app/query/heading_fields.h"
#include "app/query/previous_rows.h"
#include "app/query/source_rows.h"
#include "app/receive/event_day.h"
#include "app/receive/guide_sheet.h"
#include "app/receive/key_agreement.h"
#include "app/receive/moved_day.h"
#include "app/receive/page_text.h"
#include "app/receive/program_sheets.h"
#include "app/receive/shown_heading.h"
#include "app/receive/shown_in_table.h"
#include "app/receive/unlike_before.h"
#include "base/error.h"
#include "base/text.h"
#include "document/build/blank_workbook.h"
#include "report/read/left_out.h"

namespace esep::app {
namespace {

using calendar::Period;
using form::FormDefinition;
using form::WorkbookIdentity;
using report::Finding;

// Nobody can say what a wrong key owes: one mistake, one finding.
bool is_key_wrong(const CheckedFile& file) {
  return std::any_of(file.findings.begin(), file.findings.end(),
                     [](const Finding& finding) { return is_key_problem(finding.code); });
}

bool is_of_other_form(const CheckedFile& file) {
  return std::any_of(file.findings.begin(), file.findings.end(),
                     [](const Finding& finding) { return finding.code == "FORM-OTHER"; });
}

// A file that is no workbook has no blank's sheet to be missing: who registers it says what it is.
Message unnamed_in(const CheckedFile& file, Message message) {
  constexpr std::pair<const char*, const char*> kPlain[] = {{"FORM-UNNAMED", "FORM-UNNAMED-PLAIN"},
                                                            {"ORGANISATION-UNNAMED", "ORGANISATION-UNNAMED-PLAIN"},
                                                            {"PERIOD-UNNAMED", "PERIOD-UNNAMED-PLAIN"},
                                                            {"SUBJECT-UNNAMED", "SUBJECT-UNNAMED-PLAIN"}};
  for (const auto& [key, plain] : kPlain) {
    const bool no_workbook = file.grid && !file.grid->has_cells();  // no grid: the name alone was looked at
    if (message.key == key && no_workbook) message.key = plain;
  }
  return message;
}

void add_findings(CheckedFile& file, report::Findings more) {
  if (more.empty()) return;
  file.findings.insert(file.findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  report::sort_findings(file.findings);
}

// What ended the reading of a workbook before its hidden sheet: then nothing is said of what that sheet holds.
report::Findings ended_reading(const CheckedFile& file, const std::optional<WorkbookIdentity>& identity) {
  if (identity || !file.grid) return {};  // a peeked file has none
  const auto& sheets = file.grid->sheets();
  const bool has_sheet = std::any_of(sheets.begin(), sheets.end(),
                                     [](const auto& sheet) { return sheet.name == WorkbookIdentity::kSheetName; });
  report::Findings out;
  for (const Finding& one : file.grid->problems()) {
    if (has_sheet && one.code.starts_with("FILE-") && one.severity == Severity::error) out.push_back(one);
  }
  return out;
}

// Rules name the previous report's table by this word.
bool asks_for_previous(const FormDefinition& form) {
  const auto names_it = [](const std::string& sql) { return fold_case(sql).find("previous") != std::string::npos; };
  const auto required_names_it = [&](const form::ValueSpec& spec) { return names_it(spec.required_if); };
  return std::any_of(form.rules.begin(), form.rules.end(),
                     [&](const auto& rule) { return names_it(rule.check) || names_it(rule.when); }) ||
         std::any_of(form.columns.begin(), form.columns.end(), required_names_it) ||
         std::any_of(form.fields.begin(), form.fields.end(), required_names_it);
}

}  // namespace

Checker::Checker(Engine& engine, Incoming incoming)
    : engine_(engine),
      queries_(engine),
      incoming_(std::move(incoming)),
      named_(read_named_columns(engine.library())),
      heading_words_(read_heading_words(engine)),
      names_(engine),
      plausible_(plausible_limits(engine)),
      program_sheets_(program_sheets(engine)),
      table_words_(table_words(engine)) {}

CheckedFile Checker::check(OpenedFile opened) {
  CheckedFile out{std::move(opened), nullptr, {}, {}, false, {}, std::nullopt, {}};
  last_ = nullptr;
  if (!out.grid) return out;
  identify(out);
  out.said = out.key;
  if (out.form == nullptr || is_of_other_form(out)) return out;
  table::RuleRunner& rules = runner(*out.form);
  last_ = &rules;
  out.head = heading_fields(queries_, *out.form, out.key, incoming_.received, Lang::kk);
  table::RuleContext context = rule_context(engine_, *out.form, out.key, out.head, incoming_.received.date);
  report::PreviousRows previous;
  if (engine_.has_workspace() && asks_for_previous(*out.form)) previous = previous_rows(queries_, *out.form, out.key);
  std::optional<report::ExpectedRows> expected;
  if (!out.form->rows.source.empty() && out.duty) expected = expected_rows(queries_, *out.form, out.key);
  if (const auto end = queries_.take_calendar_end()) {
    out.findings.push_back(Finding::of(Message("QUERY-CALENDAR-ENDS", {{"reason", engine_.render_all(*end)}}))
                               .in(out.file)
                               .as(Severity::warning));
  }
  const report::ReceivedFile received{*out.form,
                                      *out.grid,
                                      out.file,
                                      out.findings,
                                      plausible_ ? &*plausible_ : nullptr,
                                      incoming_.received.date,
                                      document::foot_of_blank(*out.form, act_of(engine_, *out.form, out.key)),
                                      program_sheets_,
                                      &table_words_};
  out.report = report::validate(received, rules, std::move(context), previous, expected ? &*expected : nullptr);
  if (out.report.letters_lost) return out;
  report::excuse_page_texts(received, out.report.layout, [&](const std::string& text) {
    return names_own_report(engine_, out, names_, heading_words_, text);
  });
  compare_identity(out);
  for (const auto& [id, value] : out.report.head.values) out.head[id] = value;
  compare_days(out);
  compare_before(out);
  return out;
}

void Checker::compare_identity(CheckedFile& out) {
  report::Findings shown = shown_heading(queries_, out, names_, heading_words_);
  if (out.report.readable && !out.key.organisation.empty()) {
    for (auto& finding : shown_in_table(engine_, out, names_, named_, *last_rows()))
      shown.push_back(std::move(finding));
  }
  for (auto& finding : shown_on_guide(engine_, out, names_, heading_words_, program_sheets_.guide))
    shown.push_back(std::move(finding));
  if (shown.empty()) return;
  // A cell above the table that says whose report it is was read after all.
  std::erase_if(out.findings, [&](const Finding& one) {
    return one.code == "CELLS-ABOVE" && std::any_of(shown.begin(), shown.end(), [&](const Finding& other) {
             return other.sheet == one.sheet && other.row == one.row && other.cell == one.cell;
           });
  });
  add_findings(out, std::move(shown));
}

void Checker::compare_days(CheckedFile& out) {
  report::Findings days = event_day_differs(engine_, out);
  for (auto& moved : moved_day_findings(engine_, out, incoming_.received)) days.push_back(std::move(moved));
  add_findings(out, std::move(days));
}

void Checker::compare_before(CheckedFile& out) {
  if (!plausible_ || !out.report.readable) return;
  add_findings(out, unlike_before(queries_, out, plausible_->before, *last_rows()));
}

std::unique_ptr<table::RowReader> Checker::last_rows() const { return last_->rows(); }

std::optional<report::ReportKey> Checker::peek_key(const OpenedFile& opened) {
  if (!opened.grid) return std::nullopt;  // its findings say why
  CheckedFile probe;
  probe.file = opened.file;
  const auto identity = report::read_identity(*opened.grid);
  if (!resolve_form(probe, identity)) return std::nullopt;
  resolve_key(probe, identity);
  return report::has_errors(probe.findings) ? std::nullopt : std::optional(probe.key);
}

void Checker::identify(CheckedFile& out) {
  const auto identity = report::read_identity(*out.grid);
  out.names_itself = identity && !identity->organisation.empty();
  if (!resolve_form(out, identity)) return;
  if (is_of_other_form(out)) {  // what is asked of the other form says nothing of this file
    Incoming of_other;
    out.key = agreed_key(engine_, out, *out.form, *identity, of_other);
    return;
  }
  resolve_key(out, identity);
  if (out.key.organisation.empty() || (out.form->period && !Period::parse(out.key.period))) return;
  check_parties(out);
  find_duty(out);
}

bool Checker::resolve_form(CheckedFile& out, const std::optional<WorkbookIdentity>& identity) {
  if (!incoming_.form.empty() && engine_.catalog().editions(incoming_.form).empty()) {
    out.key.form = incoming_.form;
    add_error(out, Message("FORM-UNKNOWN", {{"form", incoming_.form}}));
    return false;
  }
  const std::string form = agreed_form(engine_, out, identity ? identity->form : "", incoming_.form);
  if (form.empty()) {
    if (auto ended = ended_reading(out, identity); !ended.empty()) {
      for (auto& one : ended) out.findings.push_back(std::move(one));
      return false;
    }
    const std::string code = "FORM-UNNAMED";
    add_error(out, unnamed_in(out, Message(code, {})), code);
    return false;
  }
  out.key.form = form;
  if (engine_.catalog().editions(form).empty()) {
    add_error(out, Message("FORM-UNKNOWN", {{"form", form}}));
    return false;
  }
  if (refuse_composed(out)) return false;
  const WorkbookIdentity said = identity.value_or(WorkbookIdentity{});
  const auto told = [](const std::string& by_file, const std::string& by_caller) {
    return by_file.empty() ? by_caller : by_file;
  };
  const report::ReportKey key{form,
                              told(said.stage, incoming_.stage),
                              told(said.organisation, incoming_.organisation),
                              told(said.subject, incoming_.subject),
                              told(said.period, incoming_.period),
                              incoming_.occurrence.value_or(said.occurrence)};
  out.form = &edition_of(engine_, key, incoming_.received.date);
  if (auto changed = edition_change(engine_, *out.form))
    add_error(out, Message("FORM-COLUMNS-CHANGED", std::move(*changed)));
  if (identity && !identity->edition.empty() && identity->edition != out.form->edition) {
    add_error(out, Message("EDITION-OLD", {{"found", identity->edition}, {"wanted", out.form->edition}}));
  }
  return true;
}

bool Checker::refuse_composed(CheckedFile& out) {
  const FormDefinition& newest = *engine_.catalog().editions(out.key.form).back();
  if (!newest.reporting.composed) return false;
  const std::string code = "REPORT-COMPOSED";
  const char* said = newest.period ? "REPORT-COMPOSED-SEND" : "REPORT-COMPOSED";
  add_error(out, Message(said, {{"form", out.key.form}}), code);
  return true;
}

void Checker::resolve_key(CheckedFile& out, const std::optional<WorkbookIdentity>& identity) {
  out.key = agreed_key(engine_, out, *out.form, identity.value_or(WorkbookIdentity{}), incoming_);
  if (!ended_reading(out, identity).empty()) return;  // validate() tells of it
  for (auto& problem : naming_problems(engine_, *out.form, out.key))
    add_error(out, unnamed_in(out, std::move(problem.message)), std::move(problem.code));
}

void Checker::check_parties(CheckedFile& out) {
  const bool names_subject = !out.key.subject.empty() && engine_.has_workspace();
  if (names_subject) {
    if (auto problem = party_problem(engine_, *out.form, out.key))
      add_error(out, meant(out, std::move(problem->message)), std::move(problem->code));
  } else if (auto problem = organisation_problem(engine_, out.key.organisation)) {
    std::string code = problem->key;
    add_error(out, meant(out, std::move(*problem)), std::move(code));
  }
}

Message Checker::meant(const CheckedFile& out, Message problem) {
  if (problem.key == "SUBJECT-UNKNOWN")
    return with_meant(engine_, out.form->subject, out.key.subject, std::move(problem));
  if (problem.key != "ORGANISATION-UNKNOWN") return problem;
  return with_meant(engine_, engine_.catalog().organisations().id, out.key.organisation, std::move(problem));
}

void Checker::find_duty(CheckedFile& out) {
  if (!engine_.has_workspace()) return;
  const report::ReportKey like{out.key.form, out.key.stage, "", "", out.key.period, 1};
  auto listed = duties_.find(like);
  if (listed == duties_.end()) listed = duties_.emplace(like, duties_like(engine_, like)).first;
  out.duty = duty_of(listed->second, out.key);
  const auto of = Period::parse(out.key.period);
  const Message::Value period = of ? Message::Value(of->names()) : Message::Value(out.key.period);
  if (!out.duty && !is_key_wrong(out)) {
    out.findings.push_back(
        report::Finding::of("NO-OBLIGATION", no_duty_message(engine_, *out.form, out.key, period)).in(out.file));
  } else if (out.duty && of && out.duty->obligation->accept_from != form::AcceptFrom::always) {
    const bool from_start = out.duty->obligation->accept_from == form::AcceptFrom::period_start;
    const calendar::Date open = from_start ? of->first_day() : of->last_day().plus_days(1);
    if (incoming_.received.date < open) {
      add_error(out, Message("PERIOD-NOT-OPEN", {{"period", period}, {"from", open.dotted()}}));
    }
  }
  if (auto none = out.duty ? not_expected_message(engine_, *out.duty) : std::nullopt)
    out.findings.push_back(
        report::Finding::of("EVENT-NOT-EXPECTED", std::move(*none)).in(out.file).as(Severity::warning));
  if (engine_.registry().is_locked(out.key.form, out.key.period))
    out.findings.push_back(report::Finding::of("LOCKED", locked_message(engine_, period)).in(out.file));
}

table::RuleRunner& Checker::runner(const FormDefinition& form) {
  auto at = runners_.find(&form);
  if (at == runners_.end()) at = runners_.emplace(&form, rules_of(engine_, form)).first;
  return at->second;
}

}  // namespace esep::app
