// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/duty.h"
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
  int working_days_late = 0;
  int revision = 0;
  std::string submission;  // number of the latest one, accepted or rejected; empty: none came
  /// The waiver in force for what is missing or due today, or on the day on which it came late (it then stays late, with the reason beside).
  std::optional<Waiver> waiver = std::nullopt;
};

/// The last waiver recorded for a key, if it still holds on `day`; nullptr: none.
[[nodiscard]] const Waiver* waiver_on(const std::vector<Waiver>& waivers, const ReportKey& key, calendar::Date day);

/// Late or not: on time until the obligation's cut-off on the effective day. No effective date: on time.
[[nodiscard]] Verdict judge(const form::Obligation& obligation, const calendar::DueDate& due,
                            const calendar::LocalTime& received, const calendar::WorkingDays& calendar);

/// `submissions`: those of the duties' keys, in any order. The first accepted revision decides on timeliness (a later
/// correction does not make a timely report late), the latest on the state.
[[nodiscard]] std::vector<StatusRow> status_of(std::vector<Duty> duties, const std::vector<Submission>& submissions,
                                               const std::vector<Waiver>& waivers, calendar::Date today,
                                               const calendar::WorkingDays& calendar);

}  // namespace esep::report
