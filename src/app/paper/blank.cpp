// SPDX-License-Identifier: MIT
#include "app/paper/blank.h"

#include <algorithm>
#include <utility>

#include "app/core/data_file.h"
#include "app/core/duty_of.h"
#include "app/core/edition_change.h"
#include "app/core/edition_of.h"
#include "app/core/event_titles.h"
#include "app/core/key_checks.h"
#include "app/core/known_keys.h"
#include "app/core/names.h"
#include "app/core/no_duty.h"
#include "app/core/rights.h"
#include "app/core/rules_of.h"
#include "app/core/titles.h"
#include "app/query/heading_fields.h"
#include "app/query/previous_rows.h"
#include "app/query/row_store.h"
#include "app/registers/record_event.h"
#include "app/review/open_recommendations.h"
#include "base/error.h"
#include "document/build/blank_workbook.h"
#include "document/build/filled_form.h"

namespace esep::app {
namespace {

using calendar::Period;
using form::FormDefinition;

// Papers and blanks carry the date of their content, never the clock's.
calendar::Date dated(const report::ReportKey& key, calendar::Date fallback) {
  const auto period = Period::parse(key.period);
  return period ? period->last_day() : fallback;
}

// Whether an event may call for the report once more: its blank may be filled in before the event is recorded, but not
// before the event that comes first.
bool may_recur(Engine& engine, report::ReportKey key) {
  const int occurrence = std::exchange(key.occurrence, 1);
  if (occurrence == 1) return false;
  const auto first = duty_of(engine, key);
  const std::string awaited = first ? first->obligation->event : "";
  if (awaited.empty() || engine.event_titles().happens_once(awaited)) return false;
  key.occurrence = occurrence;
  report::Event event;
  event.event = awaited;
  event.key = key;
  require_occurrence_before(engine, event);
  return true;
}

// Who hands in what nobody owes is refused, so nobody gets the blank of it. Without a workspace nobody knows the
// duties.
std::optional<report::Duty> duty_of_blank(Engine& engine, const report::ReportKey& key) {
  auto duty = duty_of(engine, key);
  if (duty || !engine.has_workspace() || may_recur(engine, key)) return duty;
  throw no_duty_error(engine, key);
}

void find_obligation(Engine& engine, const report::ReportKey& key, document::BlankRequest& request) {
  const auto duty = duty_of_blank(engine, key);
  if (!duty || key.period.empty()) return;
  if (duty->beyond_calendar) throw Error(*duty->beyond_calendar);  // nobody can hand it in yet
  request.duty.obligation = duty->obligation;
  request.duty.law = duty->law();
  request.duty.recipient = recipient_of(engine, *duty, duty->due.effective.value_or(dated(key, calendar::Date{})));
  request.duty.due = duty->due;
}

// Who signs and who executes, as a signature of the form names them: "executor_name" and all that begins with
// "executor_". The same people report month after month; all else in the heading is of its own report.
bool names_people(const FormDefinition& form, const form::Field& field) {
  constexpr std::string_view kName = "_name";
  if (field.source != form::FieldSource::input) return false;
  return std::any_of(form.wording.signatures.begin(), form.wording.signatures.end(), [&](const form::Signature& one) {
    const std::string& named = one.name_field;
    const bool has_stem = named.ends_with(kName);
    return !named.empty() &&
           (field.id == named || (has_stem && field.id.starts_with(named.substr(0, named.size() - kName.size() + 1))));
  });
}

void add_people_before(Engine& engine, const FormDefinition& form, const report::ReportKey& key,
                       std::map<std::string, form::Value>& fields) {
  const auto before = previous_report(engine, form, key);
  if (!before) return;
  const auto stored = engine.registry().fields(before->id);
  for (const form::Field& field : form.fields) {
    const auto at = stored.find(field.id);
    if (at == stored.end() || at->second.empty() || !names_people(form, field)) continue;
    if (field.type == form::ColumnType::text) fields.try_emplace(field.id, at->second);
  }
}

// The examples of forms are Kazakh.
std::map<std::string, std::string> read_examples(const Engine& engine, Lang lang) {
  std::map<std::string, std::string> out;
  constexpr const char* kFile = "data/examples.toml";
  if (!engine.library().find(kFile)) return out;
  read_data_file(engine, kFile, [&](datafile::TableReader& root) {
    for (auto& entry : root.tables("example")) {
      const LocalText text = entry.text_or_empty("text");
      out[text.kk] = text.in(lang);
      entry.finish();
    }
  });
  return out;
}

// What `submit` would refuse need not be filled in.
void require_unlocked(Engine& engine, const report::ReportKey& key) {
  const auto period = Period::parse(key.period);
  if (!period || !engine.has_workspace() || !engine.registry().is_locked(key.form, key.period)) return;
  throw Error(locked_message(engine, period->names()));
}

const FormDefinition& form_of_blank(Engine& engine, const report::ReportKey& key) {
  const FormDefinition& form = edition_of(engine, key, std::nullopt);
  if (!key.period.empty()) require_period_kind(form, key.period);
  require_unlocked(engine, key);
  if (auto changed = edition_change(engine, form)) throw Error(Message("FORM-COLUMNS-CHANGED", std::move(*changed)));
  static_cast<void>(rules_of(engine, form));  // a report that no rule can judge need not be filled in
  return form;
}

// A workbook to fill in would be refused by `submit`.
void refuse_composed(Engine& engine, const std::string& form) {
  const FormDefinition& newest = engine.catalog().require(form);
  if (!newest.reporting.composed) return;
  throw Error(Message(newest.period ? "REPORT-COMPOSED-SEND" : "REPORT-COMPOSED", {{"form", form}}),
              Message("BLANK-COMPOSED-HINT", {{"form", form}}));
}

}  // namespace

std::vector<report::Duty> blank_duties(Engine& engine, const std::string& form, const std::string& stage,
                                       const Period& period) {
  const report::ReportKey like{form, stage, "", "", period.text(), 1};
  require_known(engine, like);
  auto out = duties_like(engine, like);
  if (out.empty())
    throw Error(Message("BLANK-NOBODY", {{"form", form_title(engine, form)}, {"period", period.names()}}));
  return out;
}

std::vector<Message> blank_remarks(Queries& queries, const BlankOptions& options) {
  if (options.prefill == Prefill::source) return {};
  const report::ReportKey key = with_owner(queries.engine(), options.key);
  return taken_over_remarks(queries, edition_of(queries.engine(), key, std::nullopt), key);
}

document::Document make_blank_paper(Queries& queries, const BlankOptions& asked) {
  Engine& engine = queries.engine();
  BlankOptions options = asked;
  options.key = with_owner(engine, asked.key);
  const FormDefinition& form = form_of_blank(engine, options.key);
  const bool known = !options.key.organisation.empty() || !options.key.subject.empty();
  document::FilledRequest request;
  request.form = &form;
  request.lang = options.lang;
  request.say = say_in(engine, options.lang);
  std::vector<std::vector<form::Value>> rows;
  if (known) {
    require_parties(engine, form, options.key);
    if (naming_problems(engine, form, options.key).empty()) static_cast<void>(duty_of_blank(engine, options.key));
    request.organisation = organisation_title(engine, options.key.organisation).in(options.lang);
    request.fields = heading_fields(queries, form, options.key, std::nullopt, options.lang);
    rows = blank_rows(queries, form, options.key, options.lang, options.prefill);
  }
  for (const form::Field& field : form.fields) {
    constexpr size_t kLine = 47;  // a line to write the title's part on
    if (form.is_in_title(field.id)) request.fields.try_emplace(field.id, std::string(kLine, '_'));
  }
  if (rows.empty()) rows = fixed_rows(form, options.lang);
  constexpr size_t kEmptyRows = 5;
  if (rows.empty()) rows.assign(kEmptyRows, std::vector<form::Value>(form.columns.size()));
  request.rows = stored_rows(form, std::move(rows));
  request.dated = dated(options.key, form.law.in_force.from);
  document::Document out = document::filled_form(request);
  out.is_blank = true;
  return out;
}

document::Document make_blank(Queries& queries, const BlankOptions& asked) {
  Engine& engine = queries.engine();
  refuse_composed(engine, asked.key.form);
  BlankOptions options = asked;
  options.key = with_owner(engine, asked.key);
  require_organisation(options.key);
  const auto period = Period::parse(options.key.period);
  const FormDefinition& form = form_of_blank(engine, options.key);
  if (form.period && !period) throw Error("PERIOD-NEEDED", {}, Error::Kind::usage);
  require_stage_and_subject(engine, form, options.key);
  require_parties(engine, form, options.key);
  document::BlankRequest request;
  request.form = &form;
  request.identity = {form.id,
                      form.edition,
                      form.file.sha256(),
                      options.key.organisation,
                      options.key.subject,
                      options.key.period,
                      options.key.stage,
                      options.key.occurrence,
                      std::string(lang_code(options.lang))};
  request.lang = options.lang;
  request.say = say_in(engine, options.lang);
  request.organisation = organisation_title(engine, options.key.organisation).in(options.lang);
  request.subject = subject_title(engine, form, options.key.subject).in(options.lang);
  request.period = period ? period->name(options.lang) : "";
  request.fields = heading_fields(queries, form, options.key, std::nullopt, options.lang);
  if (options.prefill == Prefill::source_and_before) add_people_before(engine, form, options.key, request.fields);
  request.rows = blank_rows(queries, form, options.key, options.lang, options.prefill);
  request.duty.stage = stage_title(form, options.key, options.lang);
  request.of_workspace = is_of_workspace(engine, form);
  if (options.lang != Lang::kk) request.examples = read_examples(engine, options.lang);
  request.dated = dated(options.key, form.law.in_force.from);
  find_obligation(engine, options.key, request);
  request.act = act_of(engine, form, options.key);
  if (engine.has_workspace()) request.reminders = open_recommendation_lines(engine, options.key, request.say);
  return document::blank_workbook(request);
}

}  // namespace esep::app
