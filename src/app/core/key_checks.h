// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "app/core/engine.h"

namespace esep::app {

/// What is wrong with the stage of a key: STAGE-UNNAMED where the form's duties have stages and the key none,
/// STAGE-UNKNOWN; both name the stages there are.
[[nodiscard]] std::optional<Message> stage_problem(const form::FormCatalog& catalog, const form::FormDefinition& form,
                                                   const report::ReportKey& key);

/// ORGANISATION-UNKNOWN.
[[nodiscard]] std::optional<Message> organisation_problem(Engine& engine, const std::string& organisation);
/// SUBJECT-UNKNOWN or SUBJECT-OF-OTHER; none where reports on the form have no subject.
[[nodiscard]] std::optional<Message> subject_problem(Engine& engine, const form::FormDefinition& form,
                                                     const report::ReportKey& key);

/// PERIOD-KIND-…: the period is none of this kind.
[[nodiscard]] Message not_of_kind(const std::string& period, calendar::PeriodKind kind);

/// Error CLI-MISSING-OPTION (usage) when the key names no organisation.
void require_organisation(const report::ReportKey& key);

/// Some edition of the form is about periods of this kind, or about none. Error FORM-UNKNOWN, WAIVE-PERIOD (usage: no
/// period), PERIOD-KIND (usage).
void require_period_kind(Engine& engine, const std::string& form, const std::optional<calendar::Period>& period);

/// The stage and the subject that a report on this form needs. Error (usage) STAGE-UNNAMED, STAGE-UNKNOWN,
/// SUBJECT-NEEDED or SUBJECT-NONE, which names what the organisation reports on.
void require_stage_and_subject(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key);

}  // namespace esep::app
