// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/core/engine.h"

/// Is the key of a report right for its form? Two lists, in the order in which a person is told: whether everything is
/// named as the form needs it, and whether the parties that it names are known.
namespace esep::app {

/// Something wrong with a key. The code of its finding is not always the key of its sentence.
struct KeyProblem {
  std::string code;
  Message message;
};

/// Everything that is not named, or not named as the form needs it: ORGANISATION-UNNAMED, PERIOD-UNNAMED, PERIOD-KIND,
/// STAGE-UNNAMED, STAGE-NONE, STAGE-UNKNOWN, SUBJECT-UNNAMED.
[[nodiscard]] std::vector<KeyProblem> naming_problems(Engine& engine, const form::FormDefinition& form,
                                                      const report::ReportKey& key);
/// The first party that is not known: ORGANISATION-UNKNOWN, SUBJECT-UNKNOWN, SUBJECT-OF-OTHER.
[[nodiscard]] std::optional<KeyProblem> party_problem(Engine& engine, const form::FormDefinition& form,
                                                      const report::ReportKey& key);
/// Whether a finding says that the key itself is wrong.
[[nodiscard]] bool is_key_problem(std::string_view code);

/// ORGANISATION-UNKNOWN.
[[nodiscard]] std::optional<Message> organisation_problem(Engine& engine, const std::string& organisation);
/// PERIOD-KIND-…: the period is not of this kind.
[[nodiscard]] Message not_of_kind(const std::string& period, calendar::PeriodKind kind);

/// As `party_problem`, as an Error.
void require_parties(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key);
/// The key with the organisation whose subject it is, where it names the subject only.
[[nodiscard]] report::ReportKey with_owner(Engine& engine, report::ReportKey key);
/// Error CLI-MISSING-OPTION (usage) if the key has no organisation.
void require_organisation(const report::ReportKey& key);
/// Error (usage) PERIOD-KIND-…: the form is about periods, and this is none of its kind; PERIOD-NONE-OPTION: it has
/// none.
void require_period_kind(const form::FormDefinition& form, const std::string& period);
/// The same of the newest edition. Error FORM-UNKNOWN, WAIVE-PERIOD (usage: no period).
void require_period_kind(Engine& engine, const std::string& form, const std::optional<calendar::Period>& period);
/// The stage and the subject that a report on this form needs. Error (usage) STAGE-UNNAMED, STAGE-UNKNOWN,
/// SUBJECT-NEEDED or SUBJECT-NONE, which names the organisation's subjects.
void require_stage_and_subject(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key);

}  // namespace esep::app
