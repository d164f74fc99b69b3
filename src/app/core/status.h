// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/duty/status.h"

namespace esep::app {

/// Whose status is asked: reports on a form, or a duty without one.
struct StatusRequest {
  std::string form;                              // empty: that of `obligation`
  const form::Obligation* obligation = nullptr;  // without a form
  report::DutyFilter filter;

  /// "tied-grant-usage", "passport-press-release".
  [[nodiscard]] const std::string& name() const { return obligation == nullptr ? form : obligation->id; }
};

/// The obligation without a form that has this id; nullptr: there is none.
[[nodiscard]] const form::Obligation* obligation_without_form(const form::FormCatalog& catalog, const std::string& id);

/// Asks `narrow` of the form or the duty without a form that `name` is. Without a period the form or the duty must have
/// none. Error FORM-UNKNOWN, CLI-MISSING-OPTION (usage: the period), PERIOD-KIND-… (usage), and as `require_known`.
[[nodiscard]] StatusRequest status_request(Engine& engine, const std::string& name, report::DutyFilter narrow);

/// The status of every duty of the filter on a day, and behind them, with `Duty::owed` false, what came or was done
/// under duties of the filter that are nobody's any more (app/core/unowed.h).
[[nodiscard]] std::vector<report::StatusRow> list_status(Engine& engine, const StatusRequest& request,
                                                         calendar::Date today);

/// The status of every duty of the filter on a day. Error CALENDAR-YEAR if one is missing on a day that the calendar
/// does not cover: nobody can say how late it is.
[[nodiscard]] std::vector<report::StatusRow> collect_status(Engine& engine, const report::DutyFilter& filter,
                                                            calendar::Date today);

}  // namespace esep::app
