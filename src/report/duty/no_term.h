// SPDX-License-Identifier: MIT
#pragma once

#include "report/duty/status.h"

/// What was handed in without a deadline is neither on time nor late. Either the source sets no term
/// (`due = { none = true }`), or none is known yet, because the event from which the term runs is not recorded.
namespace esep::report {

/// As JSON and queries say it.
inline constexpr std::string_view kNoTerm = "no_term";
inline constexpr std::string_view kNoDeadline = "no_deadline";
inline constexpr std::string_view kNoEvent = "event_not_recorded";  // although its usual day has passed
inline constexpr std::string_view kNotExpected = "not_expected";    // it is recorded that the event does not come
inline constexpr std::string_view kNoCalendar = "beyond_calendar";  // the term may be over, the calendar lacks it
inline constexpr std::string_view kNoDuty = "no_duty";              // it came, and nobody owes it any more

[[nodiscard]] inline bool has_no_term(const form::Obligation& obligation) {
  return obligation.due.kind == calendar::DueRule::Kind::none;
}

/// A report on a window that did not come and that nobody excused: no term is set for it, it can only come from the day
/// after the window on.
[[nodiscard]] inline bool is_open_window(const StatusRow& row) {
  const bool open = row.timeliness == Timeliness::due && !row.received && !row.duty.not_expected;
  return row.duty.owed && row.duty.is_window() && row.duty.due.effective && open;
}

/// There is nothing to say about the timeliness of this duty but that it has no term: it was handed in and has no day
/// of its own (`done_on`), or nothing came and nobody excused it.
[[nodiscard]] inline bool has_no_term(const StatusRow& row) {
  if (is_open_window(row)) return true;
  if (!row.duty.owed || !has_no_term(*row.duty.obligation)) return false;
  return row.timeliness == Timeliness::on_time || (row.timeliness == Timeliness::due && !row.received);
}

/// A report on a window came: no term is set for it. JSON and queries keep the word on_time.
[[nodiscard]] inline bool came_after_window(const StatusRow& row) {
  return row.duty.owed && row.duty.is_window() && row.received && row.timeliness == Timeliness::on_time;
}

/// A verdict that nothing is late, given without a deadline.
[[nodiscard]] inline bool is_undated(Timeliness timeliness, const std::optional<calendar::Date>& effective) {
  return timeliness == Timeliness::on_time && !effective;
}

/// It was handed in, or what it asks for was done, its duty has a term, and no deadline is known.
[[nodiscard]] inline bool has_no_deadline(const StatusRow& row) {
  const bool came = row.received || (row.by_deed() && row.deed() != nullptr);
  const bool has_term = !has_no_term(*row.duty.obligation) && !row.duty.is_window();
  return row.duty.owed && is_undated(row.timeliness, row.judged_by) && came && has_term;
}

/// The timeliness of a row as JSON and queries say it.
[[nodiscard]] inline std::string_view timeliness_word(const StatusRow& row) {
  if (!row.duty.owed) return kNoDuty;
  if (row.is_not_expected()) return kNotExpected;
  if (row.lacks_event()) return kNoEvent;
  if (row.has_unknown_term()) return kNoCalendar;
  if (has_no_deadline(row)) return kNoDeadline;
  return has_no_term(row) ? kNoTerm : timeliness_name(row.timeliness);
}

/// The same of a verdict at receipt whose duty has a term.
[[nodiscard]] inline std::string_view timeliness_word(const DatedVerdict& dated) {
  return is_undated(dated.verdict.timeliness, dated.effective) ? kNoDeadline
                                                               : timeliness_name(dated.verdict.timeliness);
}

}  // namespace esep::report
