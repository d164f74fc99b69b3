// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/deed.h"

/// What stands behind the paper of a report that the register composed (RM-3): the reports on the forms that its
/// queries read.
namespace esep::app {

/// How far those reports were there when the composed report was made, as it says itself on each page.
struct Completeness {
  std::optional<calendar::Date> term;  // the last day of their term; nullopt: they have none
  int missing = 0;                     // owed for the period, not there and not excused
};
[[nodiscard]] Completeness completeness_of(Engine& engine, const report::Submission& composed);

/// What happened since to the reports that it contains, and which reports of the period came, in order of the days.
[[nodiscard]] std::vector<report::PaperChange> changes_since(Engine& engine, const report::Submission& composed);

/// Fills in what a recorded dispatch does not say by itself: `before_term`, `changes`, the count of an earlier program.
void complete_delivery(Engine& engine, report::Delivery& delivery);

}  // namespace esep::app
