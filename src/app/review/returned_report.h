// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "registry/review_records.h"

namespace esep::app {

/// Why a report was returned: the reason that was given, the notes and the recommendations that are not closed today.
/// What the letter of the return states is app/review/letter_moment.h.
struct ReturnedReport {
  report::Submission submission;
  std::string reason;  // may be empty
  calendar::Date on;
  int64_t seq = 0;  // of the return, in the history
  std::vector<report::ReviewNote> notes;
  std::vector<report::Recommendation> recommendations;
};

/// Error RETURN-NOT-RETURNED if its last review did not end so.
[[nodiscard]] ReturnedReport returned_report(Engine& engine, const report::Submission& submission);

}  // namespace esep::app
