// SPDX-License-Identifier: MIT
#include "app/receive/checker.h"

#include <algorithm>

#include "app/core/edition_of.h"
#include "app/core/key_checks.h"
#include "app/core/names.h"
#include "app/query/previous_rows.h"
#include "app/query/query_tables.h"
#include "base/error.h"
#include "base/text.h"
#include "datafile/data_invalid.h"

namespace esep::app {
namespace {

using calendar::Period;
using form::FieldSource;
using form::FormDefinition;
using form::WorkbookIdentity;
using report::Finding;

// What the file says and what the caller said, where both did, must agree.
std::string agreed(CheckedFile& out, const std::string& said, const std::string& wanted, const char* code) {
  if (!said.empty() && !wanted.empty() && said != wanted) {
    add_error(out, Message(code, {{"found", said}, {"wanted", wanted}}));
  }
  return wanted.empty() ? said : wanted;
}

// What such a key owes is no question then: one mistake, one finding.
bool is_key_wrong(const CheckedFile& file) {
  return std::any_of(file.findings.begin(), file.findings.end(), [](const Finding& finding) {
    return finding.code.starts_with("ORGANISATION-") || finding.code.starts_with("SUBJECT-") ||
           finding.code.starts_with("STAGE-") || finding.code == "PERIOD-KIND";
  });
}

// Rules name the table of the report before by this word.
bool asks_for_previous(const FormDefinition& form) {
  const auto names_it = [](const std::string& sql) { return fold_case(sql).find("previous") != std::string::npos; };
  const auto required_names_it = [&](const form::ValueSpec& spec) { return names_it(spec.required_if); };
  return std::any_of(form.rules.begin(), form.rules.end(), [&](const auto& rule) { return names_it(rule.check); }) ||
         std::any_of(form.columns.begin(), form.columns.end(), required_names_it) ||
         std::any_of(form.fields.begin(), form.fields.end(), required_names_it);
}

}  // namespace

CheckedFile Checker::check(OpenedFile opened) {
  CheckedFile out{std::move(opened), nullptr, {}, {}, std::nullopt, {}, false};
  last_ = nullptr;
  if (!out.grid) return out;
  identify(out);
  if (out.form == nullptr) return out;
  table::RuleRunner& rules = runner(*out.form);
  last_ = &rules;
  table::RuleContext rule_context = context(out);
  out.head = rule_context.head;
  report::PreviousRows previous;
  if (engine_.has_workspace() && asks_for_previous(*out.form)) previous = previous_rows(engine_, *out.form, out.key);
  std::optional<report::ExpectedRows> expected;
  if (!out.form->rows.source.empty() && out.duty) expected = expected_rows(engine_, *out.form, out.key);
  out.report = report::validate({*out.form, *out.grid, out.file, out.findings}, rules, std::move(rule_context),
                                previous, expected ? &*expected : nullptr);
  for (const auto& [id, value] : out.report.head.values) out.head[id] = value;
  return out;
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
  if (!resolve_form(out, identity)) return;
  resolve_key(out, identity);
  if (out.key.organisation.empty() || (out.form->period && !Period::parse(out.key.period))) return;
  check_parties(out);
  find_duty(out);
}

bool Checker::resolve_form(CheckedFile& out, const std::optional<WorkbookIdentity>& identity) {
  const std::string form = agreed(out, identity ? identity->form : "", incoming_.form, "FORM-OTHER");
  if (form.empty()) {
    add_error(out, "FORM-UNNAMED");
    return false;
  }
  out.key.form = form;
  const auto editions = engine_.catalog().editions(form);
  if (editions.empty()) {
    add_error(out, Message("FORM-UNKNOWN", {{"form", form}}));
    return false;
  }
  const std::string text = !incoming_.period.empty() ? incoming_.period : (identity ? identity->period : "");
  const auto period = Period::parse(text);
  out.form = editions.back();
  if (period && editions.back()->period) out.form = &engine_.catalog().for_period(form, *period);
  if (!editions.back()->period) {
    const WorkbookIdentity said = identity.value_or(WorkbookIdentity{});
    const auto told = [](const std::string& by_caller, const std::string& by_file) {
      return by_caller.empty() ? by_file : by_caller;
    };
    const report::ReportKey key{form,
                                told(incoming_.stage, said.stage),
                                told(incoming_.organisation, said.organisation),
                                told(incoming_.subject, said.subject),
                                "",
                                incoming_.occurrence.value_or(said.occurrence)};
    out.form = &event_edition(engine_, key, incoming_.received.date);
  }
  if (identity && !identity->edition.empty() && identity->edition != out.form->edition) {
    add_error(out, Message("EDITION-OLD", {{"found", identity->edition}, {"wanted", out.form->edition}}));
  }
  return true;
}

void Checker::resolve_key(CheckedFile& out, const std::optional<WorkbookIdentity>& identity) {
  const WorkbookIdentity said = identity.value_or(WorkbookIdentity{});
  out.key.organisation = agreed(out, said.organisation, incoming_.organisation, "ORGANISATION-OTHER");
  out.key.subject = agreed(out, said.subject, incoming_.subject, "SUBJECT-OTHER");
  out.key.period = agreed(out, said.period, incoming_.period, "PERIOD-OTHER");
  out.key.stage = agreed(out, said.stage, incoming_.stage, "STAGE-OTHER");
  out.key.occurrence = incoming_.occurrence.value_or(said.occurrence);
  if (out.key.organisation.empty()) add_error(out, "ORGANISATION-UNNAMED");
  if (out.form->period) {
    const auto period = Period::parse(out.key.period);
    if (out.key.period.empty()) {
      add_error(out, "PERIOD-UNNAMED");
    } else if (!period || period->kind != *out.form->period) {
      add_error(out, not_of_kind(out.key.period, *out.form->period), "PERIOD-KIND");
    }
  }
  if (const auto problem = stage_problem(engine_.catalog(), *out.form, out.key)) add_error(out, *problem);
  if (!out.form->subject.empty() && out.key.subject.empty()) {
    const auto& title = engine_.catalog().register_by_id(out.form->subject).title;
    add_error(out, Message("SUBJECT-UNNAMED", {{"register", title}}));
  }
}

void Checker::check_parties(CheckedFile& out) {
  auto problem = organisation_problem(engine_, out.key.organisation);
  const bool has_subject = !out.key.subject.empty() && engine_.has_workspace();
  if (!problem && has_subject) problem = subject_problem(engine_, *out.form, out.key);
  if (problem) add_error(out, *problem);
}

void Checker::find_duty(CheckedFile& out) {
  if (!engine_.has_workspace()) return;
  report::DutyFilter filter;
  filter.form = out.key.form;
  filter.stage = out.key.stage;
  filter.period = Period::parse(out.key.period);
  filter.with_undated = true;
  if (!filter.period) {
    filter.from = incoming_.received.date;
    filter.to = incoming_.received.date;
  }
  const std::string cache_key = filter.form + "\n" + filter.stage + "\n" + out.key.period;
  auto cached = duties_.find(cache_key);
  if (cached == duties_.end()) {
    cached = duties_.emplace(cache_key, engine_.duties(filter)).first;
  }
  for (const report::Duty& duty : cached->second) {
    if (duty.key == out.key) out.duty = duty;
  }
  const Message::Value period =
      filter.period ? Message::Value(LocalText{filter.period->name(Lang::kk), filter.period->name(Lang::ru),
                                               filter.period->name(Lang::en)})
                    : Message::Value(out.key.period);
  if (!out.duty && !is_key_wrong(out)) {
    add_error(out, Message("NO-OBLIGATION",
                           {{"organisation", organisation_title(engine_, out.key.organisation)}, {"period", period}}));
  } else if (out.duty && filter.period && out.duty->obligation->accept_from != form::AcceptFrom::always) {
    const bool from_start = out.duty->obligation->accept_from == form::AcceptFrom::period_start;
    const calendar::Date open = from_start ? filter.period->first_day() : filter.period->last_day().plus_days(1);
    if (incoming_.received.date < open) {
      add_error(out, Message("PERIOD-NOT-OPEN", {{"period", period}, {"from", open.dotted()}}));
    }
  }
  out.locked = engine_.registry().is_locked(out.key.form, out.key.period);
  if (out.locked) add_error(out, Message("LOCKED", {{"period", period}}));
}

table::RuleRunner& Checker::runner(const FormDefinition& form) {
  auto at = runners_.find(&form);
  if (at == runners_.end()) {
    Diagnostics diagnostics;
    const form::RegisterDefinition* subject =
        form.subject.empty() ? nullptr : &engine_.catalog().register_by_id(form.subject);
    at = runners_.emplace(&form, table::RuleRunner(form, subject, diagnostics)).first;
    if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  }
  return at->second;
}

table::RuleContext Checker::context(const CheckedFile& file) {
  table::RuleContext out;
  out.head = engine_fields(engine_, *file.form, file.key, incoming_.received, Lang::kk);
  if (!file.form->subject.empty()) {
    if (const auto* row = engine_.row(file.form->subject, file.key.subject)) out.subject = row->values;
  }
  if (const auto period = Period::parse(file.key.period)) {
    out.period_start = period->first_day();
    out.period_end = period->last_day();
  }
  out.received_on = incoming_.received.date;
  return out;
}

std::map<std::string, form::Value> engine_fields(Engine& engine, const FormDefinition& form,
                                                 const report::ReportKey& key,
                                                 const std::optional<calendar::LocalTime>& received, Lang lang) {
  std::map<std::string, form::Value> out;
  const auto period = Period::parse(key.period);
  const report::RegisterRow* subject = form.subject.empty() ? nullptr : engine.row(form.subject, key.subject);
  const report::RegisterRow* body = engine.row(engine.catalog().organisations().id, key.organisation);
  const auto copy = [&](const report::RegisterRow& row, const form::Field& field) {
    const auto at = row.values.find(field.register_column);
    if (at != row.values.end()) out[field.id] = at->second;
  };
  for (const form::Field& field : form.fields) {
    if (field.source == FieldSource::organisation) {
      out[field.id] = organisation_title(engine, key.organisation).in(lang);
    } else if (field.source == FieldSource::period && period) {
      out[field.id] = period->name(lang);
    } else if (field.source == FieldSource::period_start && period) {
      out[field.id] = period->first_day();
    } else if (field.source == FieldSource::period_end && period) {
      out[field.id] = period->last_day();
    } else if (field.source == FieldSource::received && received) {
      out[field.id] = received->date;
    } else if (field.source == FieldSource::subject && subject != nullptr) {
      out[field.id] = report::row_title(engine.catalog().register_by_id(form.subject), *subject).in(lang);
    } else if (field.source == FieldSource::subject_column && subject != nullptr) {
      copy(*subject, field);
    } else if (field.source == FieldSource::organisation_column && body != nullptr) {
      copy(*body, field);
    } else if (field.source == FieldSource::query) {
      out[field.id] =
          query_value(engine, form, field, key, lang, received ? std::optional(received->date) : std::nullopt);
    }
  }
  return out;
}

}  // namespace esep::app
