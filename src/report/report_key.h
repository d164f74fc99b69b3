// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <string>

namespace esep::report {

/// Identifies one report. Submissions with equal keys are revisions of one report.
struct ReportKey {
  std::string form;
  std::string stage;         // empty: the only one
  std::string organisation;  // code
  std::string subject;       // key of the form's register; empty: the organisation itself
  std::string period;        // "2026-10"; empty: event form
  int occurrence = 1;        // of a stage that may recur
  auto operator<=>(const ReportKey&) const = default;
};

}  // namespace esep::report
