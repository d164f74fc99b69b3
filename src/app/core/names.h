// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "document/say.h"
#include "report/duty/status.h"

namespace esep::app {

/// The catalogue in one language. The engine must outlive it.
[[nodiscard]] document::Say say_in(Engine& engine, Lang lang);
/// Name of a row of a register, or its key if it is not there.
[[nodiscard]] LocalText row_title(Engine& engine, const form::RegisterDefinition& of, const std::string& key);
/// Name of an organisation, or its code if it is not in the register.
[[nodiscard]] LocalText organisation_title(Engine& engine, const std::string& code);
/// Name of a form's subject, or its key if it is not in the register. Empty if the form has no subjects.
[[nodiscard]] LocalText subject_title(Engine& engine, const form::FormDefinition& form, const std::string& subject);
/// "G-001 – Name"; the key alone if it is not in the register.
[[nodiscard]] std::string subject_with_key(Engine& engine, const form::FormDefinition& form, const std::string& subject,
                                           Lang lang);
/// Name of a report's stage: the title of the obligation that has it, from the second occurrence on with its number.
/// Empty if the report has no stage and is the first.
[[nodiscard]] std::string stage_title(const form::FormDefinition& form, const report::ReportKey& key, Lang lang);
/// What a duty is called, from the second occurrence on with its number.
[[nodiscard]] std::string duty_title(const report::Duty& duty, Lang lang);
/// The recipient of a report in the words of the law on `day`: the obligation's, or the coordinator of the report's
/// roadmap.
[[nodiscard]] LocalText recipient_of(Engine& engine, const report::Duty& duty, calendar::Date day);
/// The act of the report's roadmap if it is not the form's, because several roadmaps may use one form. Else
/// empty.
[[nodiscard]] LocalText act_of(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key);
[[nodiscard]] Message state_message(report::State state);
/// What stands in the footer of a report's paper: its code, number and revision.
[[nodiscard]] Message code_message(const report::Submission& submission, const std::string& code);

}  // namespace esep::app
