// SPDX-License-Identifier: MIT
#include "app/paper/blank.h"

#include "app/core/edition_of.h"
#include "app/core/key_checks.h"
#include "app/core/names.h"
#include "app/paper/blank_rows.h"
#include "app/query/row_store.h"
#include "app/receive/checker.h"
#include "app/review/open_recommendations.h"
#include "base/error.h"
#include "document/build/blank_workbook.h"
#include "document/build/filled_form.h"
#include "report/read/locate.h"

namespace esep::app {
namespace {

using calendar::Period;
using form::FormDefinition;

// Papers and blanks carry a date of their own content, never the clock's.
calendar::Date dated(const report::ReportKey& key, calendar::Date fallback) {
  const auto period = Period::parse(key.period);
  return period ? period->last_day() : fallback;
}

void require_parties(Engine& engine, const FormDefinition& form, const report::ReportKey& key) {
  auto problem = organisation_problem(engine, key.organisation);
  if (!problem) problem = subject_problem(engine, form, key);
  if (problem) throw Error(std::move(*problem));
}

void find_obligation(Engine& engine, const report::ReportKey& key, document::BlankRequest& request) {
  report::DutyFilter filter;
  filter.form = key.form;
  filter.organisation = key.organisation;
  filter.subject = key.subject;
  filter.stage = key.stage;
  filter.period = Period::parse(key.period);
  if (!filter.period) return;
  const auto duties = engine.duties(filter);
  if (duties.empty()) return;
  request.duty.obligation = duties.front().obligation;
  request.duty.law = duties.front().law();
  request.duty.recipient = recipient_of(engine, duties.front());
  request.duty.due = duties.front().due;
}

const FormDefinition& form_of_blank(Engine& engine, const report::ReportKey& key) {
  const auto period = Period::parse(key.period);
  const auto editions = engine.catalog().editions(key.form);
  const bool nobodys = key.organisation.empty() && key.subject.empty();
  const bool newest = !editions.empty() && !period && (editions.back()->period || nobodys);
  const FormDefinition& form = newest                        ? *editions.back()
                               : !editions.empty() && period ? engine.catalog().for_period(key.form, *period)
                                                             : event_edition(engine, key, std::nullopt);
  if (form.period && !key.period.empty() && (!period || period->kind != *form.period)) {
    throw Error(not_of_kind(key.period, *form.period), {}, Error::Kind::usage);
  }
  return form;
}

}  // namespace

std::vector<report::Duty> blank_duties(Engine& engine, const std::string& form, const std::string& stage,
                                       const Period& period) {
  if (engine.catalog().editions(form).empty()) static_cast<void>(engine.catalog().edition(form, ""));
  report::DutyFilter filter;
  filter.form = form;
  filter.stage = stage;
  filter.period = period;
  auto out = engine.duties(filter);
  if (out.empty()) throw Error(Message("BLANK-NOBODY", {{"form", form}, {"period", period.text()}}));
  return out;
}

document::Document make_blank_paper(Engine& engine, const BlankOptions& options) {
  const FormDefinition& form = form_of_blank(engine, options.key);
  const bool known = !options.key.organisation.empty() || !options.key.subject.empty();
  document::FilledRequest request;
  request.form = &form;
  request.lang = options.lang;
  request.say = say_in(engine, options.lang);
  std::vector<std::vector<form::Value>> rows;
  if (known) {
    require_parties(engine, form, options.key);
    request.organisation = organisation_title(engine, options.key.organisation).in(options.lang);
    request.fields = engine_fields(engine, form, options.key, std::nullopt, options.lang);
    rows = blank_rows(engine, form, options.key, options.lang, options.from_previous);
  }
  for (const form::Field& field : form.fields) {
    constexpr size_t kLine = 47;  // a line to write the title's part on
    if (form.is_in_title(field.id)) request.fields.try_emplace(field.id, std::string(kLine, '_'));
  }
  constexpr size_t kEmptyRows = 5;
  if (rows.empty()) rows.assign(kEmptyRows, std::vector<form::Value>(form.columns.size()));
  request.rows = kept_rows(form, std::move(rows));
  request.dated = dated(options.key, form.law.in_force.from);
  return document::filled_form(request);
}

document::Document make_blank(Engine& engine, const BlankOptions& options) {
  const auto period = Period::parse(options.key.period);
  const FormDefinition& form = form_of_blank(engine, options.key);
  if (form.period && !period) throw Error("PERIOD-NEEDED", {}, Error::Kind::usage);
  require_stage_and_subject(engine, form, options.key);
  require_parties(engine, form, options.key);
  document::BlankRequest request;
  request.form = &form;
  request.identity = {form.id,
                      form.edition,
                      form.file.sha256,
                      options.key.organisation,
                      options.key.subject,
                      options.key.period,
                      options.key.stage,
                      options.key.occurrence,
                      std::string(lang_code(options.lang))};
  request.lang = options.lang;
  request.say = say_in(engine, options.lang);
  request.organisation = organisation_title(engine, options.key.organisation).in(options.lang);
  if (!form.subject.empty()) {
    const auto* row = engine.row(form.subject, options.key.subject);
    request.subject = row == nullptr
                          ? options.key.subject
                          : report::row_title(engine.catalog().register_by_id(form.subject), *row).in(options.lang);
  }
  request.period = period ? period->name(options.lang) : "";
  request.fields = engine_fields(engine, form, options.key, std::nullopt, options.lang);
  request.rows = blank_rows(engine, form, options.key, options.lang, options.from_previous);
  request.nil_label = report::nil_label();
  request.dated = dated(options.key, form.law.in_force.from);
  find_obligation(engine, options.key, request);
  request.act = act_of(engine, form, options.key);
  if (engine.has_workspace()) request.reminders = open_recommendation_lines(engine, options.key, request.say);
  return document::blank_workbook(request);
}

}  // namespace esep::app
