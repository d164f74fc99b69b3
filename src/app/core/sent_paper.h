// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/deed.h"

/// What stands behind the paper of a report that is made of other reports (RM-3, TG-6): the reports on the forms that
/// its queries read.
namespace esep::app {

/// How far those reports were there when the composed report was made, as it says itself on each page.
struct Completeness {
  std::optional<calendar::Date> term;  // the last day of their term; nullopt: they have none
  int missing = 0;                     // owed for the period, not there and not excused
};
[[nodiscard]] Completeness completeness_of(Engine& engine, const report::Submission& composed);

/// What happened since to the reports that it contains, and which reports of the period, or on the subject, came, in
/// order of the days. Empty too for a report that is made of no others.
[[nodiscard]] std::vector<report::PaperChange> changes_since(Engine& engine, const report::Submission& composed);

/// Fills in what a record does not say by itself: of a dispatch `before_term`, `changes`, the count of an earlier
/// program; of each how the revision that was sent or delivered stands now.
void complete_delivery(Engine& engine, report::Delivery& delivery);

}  // namespace esep::app
