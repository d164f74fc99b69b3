// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "document/say.h"
#include "report/duty/status.h"

namespace esep::app {

/// The catalogue in one language. The engine must outlive it.
[[nodiscard]] document::Say say_in(Engine& engine, Lang lang);
/// Name of an organisation, or its code if it is not in the register.
[[nodiscard]] LocalText organisation_title(Engine& engine, const std::string& code);
/// Name of a form's subject, or its key if it is not in the register. Empty if the form has no subjects.
[[nodiscard]] LocalText subject_title(Engine& engine, const form::FormDefinition& form, const std::string& subject);
/// "G-001 – Name"; the key alone if it is not in the register.
[[nodiscard]] std::string subject_with_key(Engine& engine, const form::FormDefinition& form, const std::string& subject,
                                           Lang lang);
/// Name of a report's stage: the title of the obligation that has it, with the stage's id and, from the second on, the
/// number of the occurrence. Empty if the report has no stage and is the first.
[[nodiscard]] std::string stage_title(const form::FormDefinition& form, const report::ReportKey& key, Lang lang);
/// The recipient of a report: the obligation's, or the coordinator of the report's roadmap.
[[nodiscard]] LocalText recipient_of(Engine& engine, const report::Duty& duty);
/// The act of the report's roadmap if it is not the form's, because several roadmaps may use one form. Else
/// empty.
[[nodiscard]] LocalText act_of(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key);
/// How late a report came; where `field` names the day on which the thing was done, how late that was, with that day
/// and the day of receipt.
[[nodiscard]] Message late_message(const report::Submission& submission, const form::Field* field,
                                   const std::optional<calendar::Date>& done);
[[nodiscard]] Message late_message(Engine& engine, const report::Submission& submission);
[[nodiscard]] Message timeliness_message(report::Timeliness timeliness);
/// The verdict on a report: its timeliness, or that the duty is not done yet.
[[nodiscard]] Message verdict_message(const report::Verdict& verdict);
/// Both verdicts with their deadlines, where the one at receipt differs from that of today; else empty.
[[nodiscard]] Message changed_verdict_message(Engine& engine, const report::Standing& standing);
[[nodiscard]] Message changed_verdict_message(Engine& engine, const report::StatusRow& status);
/// As `timeliness_message`, but says if a report was handed in and the duty is not done, and if an event is awaited.
[[nodiscard]] Message status_message(const report::StatusRow& status);
[[nodiscard]] Message state_message(report::State state);
/// What stands in the footer of a report's paper: its code, number and revision.
[[nodiscard]] Message code_message(const report::Submission& submission, const std::string& code);
/// "excused until …: reason; basis …; user": for lists and papers.
[[nodiscard]] Message waiver_message(const report::Waiver& waiver);

}  // namespace esep::app
