// SPDX-License-Identifier: MIT
#include "app/core/key_checks.h"

#include <algorithm>
#include <array>

#include "app/core/known_keys.h"
#include "app/core/names.h"
#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/text.h"

namespace esep::app {
namespace {

using form::FormDefinition;
using report::ReportKey;
using Problem = std::optional<KeyProblem>;

KeyProblem problem(const char* code, Message::Args args = {}) { return {code, Message(code, std::move(args))}; }

Problem organisation_is_named(Engine&, const FormDefinition&, const ReportKey& key) {
  return key.organisation.empty() ? Problem(problem("ORGANISATION-UNNAMED")) : std::nullopt;
}

Problem period_is_named(Engine&, const FormDefinition& form, const ReportKey& key) {
  return form.period && key.period.empty() ? Problem(problem("PERIOD-UNNAMED")) : std::nullopt;
}

Problem period_is_of_its_kind(Engine&, const FormDefinition& form, const ReportKey& key) {
  if (key.period.empty()) return std::nullopt;
  if (!form.period) return KeyProblem{"PERIOD-KIND", Message("PERIOD-NONE", {{"period", key.period}})};
  const auto period = calendar::Period::parse(key.period);
  if (period && period->kind == *form.period) return std::nullopt;
  Message message = not_of_kind(key.period, *form.period);
  if (period) message.args.front().second = period->names();
  return KeyProblem{"PERIOD-KIND", std::move(message)};
}

bool has_duty_without_stage(const form::FormCatalog& catalog, const std::string& form) {
  return std::any_of(catalog.obligations().begin(), catalog.obligations().end(),
                     [&](const form::Obligation& one) { return one.form == form && one.stage.empty(); });
}

// «Жоба (draft); …»: the title for people, the id for --stage and JSON.
LocalText stage_list(const FormDefinition& form) {
  const auto in = [&](Lang lang) {
    std::vector<std::string> out;
    for (const std::string& id : form.reporting.stages) {
      const std::string title = stage_title(form, {form.id, id, "", "", "", 1}, lang);
      out.push_back(title == id ? id : title + " (" + id + ")");
    }
    return join(out, "; ");
  };
  return {in(Lang::kk), in(Lang::ru), in(Lang::en)};
}

Problem stage_is_one_of_its(Engine& engine, const FormDefinition& form, const ReportKey& key) {
  const bool named = !key.stage.empty();
  const auto& stages = form.reporting.stages;
  const bool fits = named ? std::find(stages.begin(), stages.end(), key.stage) != stages.end()
                          : stages.empty() || has_duty_without_stage(engine.catalog(), form.id);
  if (fits) return std::nullopt;
  const char* code = !named ? "STAGE-UNNAMED" : stages.empty() ? "STAGE-NONE" : "STAGE-UNKNOWN";
  return problem(code, {{"stage", key.stage}, {"stages", stage_list(form)}});
}

Problem subject_is_named(Engine& engine, const FormDefinition& form, const ReportKey& key) {
  if (form.subject.empty() || !key.subject.empty()) return std::nullopt;
  return problem("SUBJECT-UNNAMED", {{"register", engine.catalog().register_by_id(form.subject).title}});
}

Problem organisation_is_known(Engine& engine, const FormDefinition&, const ReportKey& key) {
  auto found = organisation_problem(engine, key.organisation);
  return found ? Problem({found->key, std::move(*found)}) : std::nullopt;
}

Problem subject_is_known(Engine& engine, const FormDefinition& form, const ReportKey& key) {
  if (form.subject.empty() || engine.row(form.subject, key.subject) != nullptr) return std::nullopt;
  return problem("SUBJECT-UNKNOWN",
                 {{"subject", key.subject}, {"register", engine.catalog().register_by_id(form.subject).title}});
}

Problem subject_is_the_organisations(Engine& engine, const FormDefinition& form, const ReportKey& key) {
  if (form.subject.empty()) return std::nullopt;
  const auto& subjects = engine.catalog().register_by_id(form.subject);
  const auto* row = engine.row(subjects.id, key.subject);
  const std::string owner = row == nullptr ? "" : report::row_text(subjects, *row, form::RegisterRole::organisation);
  if (owner.empty() || owner == key.organisation) return std::nullopt;
  return problem("SUBJECT-OF-OTHER", {{"subject", key.subject},
                                      {"wanted", organisation_title(engine, owner)},
                                      {"found", organisation_title(engine, key.organisation)}});
}

using Check = Problem (*)(Engine&, const FormDefinition&, const ReportKey&);

constexpr std::array<Check, 5> kNaming{
    organisation_is_named,  //
    period_is_named,        //
    period_is_of_its_kind,  //
    stage_is_one_of_its,    //
    subject_is_named,       //
};
constexpr std::array<Check, 3> kParties{
    organisation_is_known,         //
    subject_is_known,              //
    subject_is_the_organisations,  //
};

std::vector<std::string> subjects_of(Engine& engine, const form::RegisterDefinition& subjects,
                                     const std::string& organisation) {
  std::vector<std::string> out;
  for (const report::RegisterRow& row : engine.rows(subjects.id)) {
    const std::string owner = report::row_text(subjects, row, form::RegisterRole::organisation);
    if (owner.empty() || organisation.empty() || owner == organisation) out.push_back(row.key);
  }
  return out;
}

[[noreturn]] void refuse(Message message, Message hint = {}) {
  throw Error(std::move(message), std::move(hint), Error::Kind::usage);
}

Message hint_of(const FormDefinition& form, const ReportKey& key) {
  return key.stage.empty() ? Message("STAGE-UNNAMED-HINT") : did_you_mean(key.stage, form.reporting.stages);
}

}  // namespace

std::vector<KeyProblem> naming_problems(Engine& engine, const FormDefinition& form, const ReportKey& key) {
  std::vector<KeyProblem> out;
  for (const Check check : kNaming) {
    if (auto found = check(engine, form, key)) out.push_back(std::move(*found));
  }
  return out;
}

std::optional<KeyProblem> party_problem(Engine& engine, const FormDefinition& form, const ReportKey& key) {
  for (const Check check : kParties) {
    if (auto found = check(engine, form, key)) return found;
  }
  return std::nullopt;
}

bool is_key_problem(std::string_view code) {
  return code.starts_with("ORGANISATION-") || code.starts_with("SUBJECT-") || code.starts_with("STAGE-") ||
         code == "PERIOD-KIND";
}

std::optional<Message> organisation_problem(Engine& engine, const std::string& organisation) {
  if (engine.row(engine.catalog().organisations().id, organisation) != nullptr) return std::nullopt;
  const char* code = "ORGANISATION-UNKNOWN";
  return Message(code, {{"organisation", organisation}});
}

Message not_of_kind(const std::string& period, calendar::PeriodKind kind) {
  constexpr std::array kKeys{"PERIOD-KIND-MONTH", "PERIOD-KIND-QUARTER", "PERIOD-KIND-HALF-YEAR", "PERIOD-KIND-YEAR"};
  // The period of the right kind in which the given one ends; where it is none, an example.
  const auto given = calendar::Period::parse(period);
  const auto day = given ? given->last_day() : calendar::Date::from_ymd(2026, 10, 1).value();
  const std::string meant = calendar::Period::containing(kind, day).text();
  return Message(kKeys.at(static_cast<size_t>(kind)), {{"period", period}, {"meant", meant}});
}

void require_parties(Engine& engine, const FormDefinition& form, const ReportKey& key) {
  auto found = party_problem(engine, form, key);
  if (!found) return;
  if (found->code == "ORGANISATION-UNKNOWN") require_known_organisation(engine, key.organisation);
  Message hint = found->code == "SUBJECT-UNKNOWN" ? did_you_mean_row(engine, form.subject, key.subject) : Message();
  throw Error(std::move(found->message), std::move(hint));
}

void require_period_kind(const FormDefinition& form, const std::string& period) {
  const auto given = calendar::Period::parse(period);
  if (form.period && (!given || given->kind != *form.period)) refuse(not_of_kind(period, *form.period));
  if (!form.period && !period.empty()) refuse("PERIOD-NONE-OPTION");
}

void require_stage_and_subject(Engine& engine, const FormDefinition& form, const ReportKey& key) {
  if (auto found = stage_is_one_of_its(engine, form, key)) refuse(std::move(found->message), hint_of(form, key));
  if (form.subject.empty() || !key.subject.empty()) return;
  constexpr size_t kShownSubjects = 10;
  const auto& subjects = engine.catalog().register_by_id(form.subject);
  auto keys = subjects_of(engine, subjects, key.organisation);
  if (keys.empty()) {
    refuse(Message("SUBJECT-NONE",
                   {{"register", subjects.title}, {"organisation", organisation_title(engine, key.organisation)}}));
  }
  const bool more = keys.size() > kShownSubjects;
  keys.resize(std::min(keys.size(), kShownSubjects));
  refuse(
      Message("SUBJECT-NEEDED", {{"register", subjects.title}, {"subjects", join(keys, ", ") + (more ? " …" : "")}}));
}

report::ReportKey with_owner(Engine& engine, report::ReportKey key) {
  const auto editions = engine.catalog().editions(key.form);
  if (!key.organisation.empty() || key.subject.empty() || editions.empty() || !engine.has_workspace()) return key;
  const std::string& subjects_id = editions.back()->subject;
  const auto* row = subjects_id.empty() ? nullptr : engine.row(subjects_id, key.subject);
  if (row == nullptr) return key;
  const auto& subjects = engine.catalog().register_by_id(subjects_id);
  key.organisation = report::row_text(subjects, *row, form::RegisterRole::organisation);
  return key;
}

void require_organisation(const report::ReportKey& key) {
  if (!key.organisation.empty()) return;
  throw Error(Message("CLI-MISSING-OPTION", {{"option", "--org"}}), "CLI-SEE-HELP", Error::Kind::usage);
}

void require_period_kind(Engine& engine, const std::string& form, const std::optional<calendar::Period>& period) {
  const FormDefinition& newest = engine.catalog().require(form);
  if (newest.period && !period) throw Error("WAIVE-PERIOD", "CLI-SEE-HELP", Error::Kind::usage);
  require_period_kind(newest, period ? period->text() : "");
}

}  // namespace esep::app
