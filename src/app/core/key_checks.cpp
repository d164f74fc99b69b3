// SPDX-License-Identifier: MIT
#include "app/core/key_checks.h"

#include <algorithm>
#include <array>

#include "app/core/names.h"
#include "base/error.h"
#include "base/text.h"

namespace esep::app {
namespace {

constexpr size_t kShownSubjects = 10;

bool has_duty_without_stage(const form::FormCatalog& catalog, const std::string& form) {
  return std::any_of(catalog.obligations().begin(), catalog.obligations().end(),
                     [&](const form::Obligation& one) { return one.form == form && one.stage.empty(); });
}

std::vector<std::string> subjects_of(Engine& engine, const form::RegisterDefinition& subjects,
                                     const std::string& organisation) {
  std::vector<std::string> out;
  for (const report::RegisterRow& row : engine.rows(subjects.id)) {
    const std::string owner = report::row_text(subjects, row, form::RegisterRole::organisation);
    if (owner.empty() || organisation.empty() || owner == organisation) out.push_back(row.key);
  }
  return out;
}

}  // namespace

std::optional<Message> stage_problem(const form::FormCatalog& catalog, const form::FormDefinition& form,
                                     const report::ReportKey& key) {
  const bool named = !key.stage.empty();
  const bool fits = named ? std::find(form.reporting.stages.begin(), form.reporting.stages.end(), key.stage) !=
                                form.reporting.stages.end()
                          : form.reporting.stages.empty() || has_duty_without_stage(catalog, form.id);
  if (fits) return std::nullopt;
  const char* code = !named ? "STAGE-UNNAMED" : form.reporting.stages.empty() ? "STAGE-NONE" : "STAGE-UNKNOWN";
  return Message(code, {{"stage", key.stage}, {"stages", join(form.reporting.stages, ", ")}});
}

std::optional<Message> organisation_problem(Engine& engine, const std::string& organisation) {
  if (engine.row(engine.catalog().organisations().id, organisation) != nullptr) return std::nullopt;
  const char* code = "ORGANISATION-UNKNOWN";
  return Message(code, {{"organisation", organisation}});
}

std::optional<Message> subject_problem(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key) {
  if (form.subject.empty()) return std::nullopt;
  const auto& subjects = engine.catalog().register_by_id(form.subject);
  const auto* row = engine.row(subjects.id, key.subject);
  const std::string owner = row == nullptr ? "" : report::row_text(subjects, *row, form::RegisterRole::organisation);
  if (row != nullptr && (owner.empty() || owner == key.organisation)) return std::nullopt;
  const char* code = row == nullptr ? "SUBJECT-UNKNOWN" : "SUBJECT-OF-OTHER";
  return Message(code, {{"subject", key.subject},
                        {"register", subjects.title},
                        {"wanted", organisation_title(engine, owner)},
                        {"found", organisation_title(engine, key.organisation)}});
}

Message not_of_kind(const std::string& period, calendar::PeriodKind kind) {
  constexpr std::array kKeys{"PERIOD-KIND-MONTH", "PERIOD-KIND-QUARTER", "PERIOD-KIND-HALF-YEAR", "PERIOD-KIND-YEAR"};
  return Message(kKeys.at(static_cast<size_t>(kind)), {{"period", period}});
}

void require_stage_and_subject(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key) {
  if (auto problem = stage_problem(engine.catalog(), form, key))
    throw Error(std::move(*problem), {}, Error::Kind::usage);
  if (form.subject.empty() || !key.subject.empty()) return;
  const auto& subjects = engine.catalog().register_by_id(form.subject);
  auto keys = subjects_of(engine, subjects, key.organisation);
  if (keys.empty()) {
    throw Error(Message("SUBJECT-NONE",
                        {{"register", subjects.title}, {"organisation", organisation_title(engine, key.organisation)}}),
                {}, Error::Kind::usage);
  }
  const bool more = keys.size() > kShownSubjects;
  keys.resize(std::min(keys.size(), kShownSubjects));
  throw Error(
      Message("SUBJECT-NEEDED", {{"register", subjects.title}, {"subjects", join(keys, ", ") + (more ? " …" : "")}}),
      {}, Error::Kind::usage);
}

void require_organisation(const report::ReportKey& key) {
  if (!key.organisation.empty()) return;
  throw Error(Message("CLI-MISSING-OPTION", {{"option", "--org"}}), "CLI-SEE-HELP", Error::Kind::usage);
}

void require_period_kind(Engine& engine, const std::string& form, const std::optional<calendar::Period>& period) {
  const auto editions = engine.catalog().editions(form);
  if (editions.empty()) static_cast<void>(engine.catalog().edition(form, ""));
  const auto kind = editions.back()->period;
  if (!kind) return;
  if (!period) throw Error("WAIVE-PERIOD", "CLI-SEE-HELP", Error::Kind::usage);
  if (period->kind != *kind) {
    throw Error(not_of_kind(period->text(), *kind), {}, Error::Kind::usage);
  }
}

}  // namespace esep::app
