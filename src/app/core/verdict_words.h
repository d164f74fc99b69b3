// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/duty/status.h"

/// What is said about the timeliness of a registered file, on receipts, papers and in lists.
namespace esep::app {

/// The source sets no term for the report (`due = { none = true }`).
[[nodiscard]] bool has_no_term(Engine& engine, const report::Submission& submission);

/// On a window (report::Duty::is_window): the last day that it carries is no deadline.
[[nodiscard]] bool is_of_window(Engine& engine, const report::Submission& submission);
/// Nothing decides on its timeliness: its act sets no term, or only the window after which it comes.
[[nodiscard]] bool is_without_term(Engine& engine, const report::Submission& submission);

/// It is accepted, and nothing can be said on its timeliness: no term is set, or no deadline is known yet.
[[nodiscard]] bool is_undated(const report::Submission& submission);

/// The submission's own verdict: its timeliness, that no term is set or known, that the duty is not done yet, or, of a
/// rejected file, that the report is not considered submitted and by when it is due.
[[nodiscard]] Message verdict_message(Engine& engine, const report::Submission& submission);

/// The same in one word of docs/json.md: "on_time" …, "no_term" or "no_deadline"; empty: the file is not accepted.
[[nodiscard]] std::string timeliness_word(Engine& engine, const report::Submission& submission);

/// How late a report came; where `field` names the day on which the thing was done, how late that was, with that day
/// and the day of receipt.
[[nodiscard]] Message late_message(const report::Submission& submission, const form::Field* field,
                                   const std::optional<calendar::Date>& done);
[[nodiscard]] Message late_message(Engine& engine, const report::Submission& submission);
[[nodiscard]] Message timeliness_message(report::Timeliness timeliness);
/// Until when the calendar of working days reaches, and what the administrator does. Said once of a list in which a
/// term or a delay could not be computed for that reason.
[[nodiscard]] Message calendar_ends_message(const calendar::WorkingDays& calendar);
/// The verdict on a report: its timeliness, or that the duty is not done yet.
[[nodiscard]] Message verdict_message(const report::Verdict& verdict);
/// The same; of a late report by how many working days.
[[nodiscard]] Message counted_verdict_message(const report::Verdict& verdict);
/// Both verdicts with their deadlines, where the one at receipt differs from that of today; else empty.
[[nodiscard]] Message changed_verdict_message(Engine& engine, const report::Standing& standing);
[[nodiscard]] Message changed_verdict_message(Engine& engine, const report::StatusRow& status);
/// As `timeliness_message`, but says if a report was handed in and the duty is not done, if an event is awaited, or not
/// recorded although its usual day has passed, or does not come, if it was done too early, and if the paper that was
/// sent lacks reports.
[[nodiscard]] Message status_message(Engine& engine, const report::StatusRow& status);
/// What is wrong with the days: done too early (report::TooEarly), or a window that its register lets end before it has
/// its working days. Empty: nothing.
[[nodiscard]] std::vector<Message> day_messages(Engine& engine, const report::StatusRow& status);
[[nodiscard]] std::vector<Message> day_messages(Engine& engine, const report::Submission& submission,
                                                const report::Standing& standing);
/// TOO-EARLY-EVENT, with the event's title, or TOO-EARLY-WINDOW.
[[nodiscard]] Message too_early_message(Engine& engine, const std::string& event, const report::TooEarly& early);
/// "excused until …: reason; basis …; user": for lists and papers.
[[nodiscard]] Message waiver_message(const report::Waiver& waiver);
/// WAIVER-OVER: the waiver is over.
[[nodiscard]] Message waiver_over_message(const report::Waiver& waiver);
/// What a waiver says of a report that came late on `day` (received, or done); empty: there was none.
[[nodiscard]] Message waiver_of_late(Engine& engine, const report::Submission& submission, calendar::Date day);

}  // namespace esep::app
