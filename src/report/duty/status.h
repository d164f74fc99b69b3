// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "report/duty/duty.h"
#include "report/submission.h"

namespace esep::report {

/// Somebody decided that a report need not come, or may come later.
struct Waiver {
  ReportKey key;
  calendar::Date until;
  std::string reason;
  std::string basis;
  std::string user;
};

/// Where one duty stands.
struct StatusRow {
  Duty duty;
  Timeliness timeliness = Timeliness::due;
  State state = State::none;
  std::optional<calendar::LocalTime> received;
  /// Obligations with `done_on`: the day named by the revision in force. None though something was received: still to
  /// be done.
  std::optional<calendar::Date> done;
  int working_days_late = 0;
  int revision = 0;
  std::string submission;  // number of the latest one, accepted or rejected; empty: none came
  /// The waiver in force for what is missing or due today, or on the day on which it came late (it then stays late,
  /// with the reason beside).
  std::optional<Waiver> waiver = std::nullopt;
};

/// The last waiver recorded for a key, if it still holds on `day`; nullptr: none.
[[nodiscard]] const Waiver* waiver_on(const std::vector<Waiver>& waivers, const ReportKey& key, calendar::Date day);

/// Late or not: on time until the obligation's cut-off on the effective day. No effective date: on time.
/// `done`: what the report says under the obligation's `done_on`; it then counts instead of the receipt, and nothing,
/// or a day that had not come at receipt, is `due`: handed in, not done.
[[nodiscard]] Verdict judge(const form::Obligation& obligation, const calendar::DueDate& due,
                            const calendar::LocalTime& received, const std::optional<calendar::Date>& done,
                            const calendar::WorkingDays& calendar);

/// The day that a submission names under its obligation's `done_on`; asked only where there is one.
using DoneOn = std::function<std::optional<calendar::Date>(const Submission&)>;

/// `submissions`: those of the duties' keys, in any order. The first accepted revision decides on timeliness (a later
/// correction does not make a timely report late), the latest on the state. With `done_on` the latest decides on both:
/// a correction may correct the day. What came before its event was recorded is judged by the term known now.
[[nodiscard]] std::vector<StatusRow> status_of(std::vector<Duty> duties, const std::vector<Submission>& submissions,
                                               const std::vector<Waiver>& waivers, calendar::Date today,
                                               const calendar::WorkingDays& calendar, const DoneOn& done_on = {});

}  // namespace esep::report
