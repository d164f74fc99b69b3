// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

/// What its own rules say of a composed report (rows are those of its table); with an error among them it is not
/// registered.
struct ComposedReport {
  report::Findings findings;
  std::optional<report::Submission> submission;
};

/// Composes a report that nobody hands in: its fields and rows come from the form's queries, its rules are run, and it
/// is registered like any other (OB-9), where review and lock permit. When its data have not changed since, it is the
/// report that is there already; else a new revision. It is composed anew if somebody writes into the register
/// meanwhile, so that it holds everything that stands before it in the history. An empty `organisation` is taken from
/// the subject. Error FORM-NOT-COMPOSED, REPORT-EVENT (its event is not recorded), REPORT-NOT-YET ({date}: its period
/// is not over), REPORT-NO-DUTY, CALENDAR-YEAR (of its day, or of its deadline), SQLITE-BUSY (others kept writing); for
/// a new revision also LOCKED and those of the review (registry::StepRefused).
[[nodiscard]] ComposedReport compose_report(Engine& engine, report::ReportKey key, const registry::Actor& actor);

}  // namespace esep::app
