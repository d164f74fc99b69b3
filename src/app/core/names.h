// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "document/say.h"
#include "report/duty/status.h"

namespace esep::app {

/// The catalogue in one language. The engine outlives it.
[[nodiscard]] document::Say say_in(Engine& engine, Lang lang);
/// Name of an organisation, or its code where it is not in the register.
[[nodiscard]] LocalText organisation_title(Engine& engine, const std::string& code);
/// Who gets a report: the obligation says, or it is the coordinator of the roadmap that is reported on.
[[nodiscard]] LocalText recipient_of(Engine& engine, const report::Duty& duty);
/// The act of the roadmap that is reported on, where it is another than the form's: a form that several roadmaps use
/// serves under the act of each. Else empty.
[[nodiscard]] LocalText act_of(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key);
/// How late a report came; where `field` names the day on which the thing was done, how late that was, with that day
/// and the day of receipt.
[[nodiscard]] Message late_message(const report::Submission& submission, const form::Field* field,
                                   const std::optional<calendar::Date>& done);
[[nodiscard]] Message late_message(Engine& engine, const report::Submission& submission);
[[nodiscard]] Message timeliness_message(report::Timeliness timeliness);
/// The verdict of a report: its timeliness, or that the thing is not done yet.
[[nodiscard]] Message verdict_message(const report::Submission& submission);
/// As `timeliness_message`, but what was handed in and not done says so.
[[nodiscard]] Message status_message(const report::StatusRow& status);
[[nodiscard]] Message state_message(report::State state);
/// What stands in the footer of a report's paper: its code, number and revision.
[[nodiscard]] Message code_message(const report::Submission& submission, const std::string& code);
/// "excused until …: reason; basis …; user": for lists and papers.
[[nodiscard]] Message waiver_message(const report::Waiver& waiver);

}  // namespace esep::app
