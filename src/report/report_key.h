// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <string>

namespace esep::report {

/// Identifies one report, or one duty without a form. All submissions with equal keys are of one report; those that
/// were accepted are its revisions. In a filter an empty member means any.
struct ReportKey {
  std::string form;          // empty: of a duty without a form
  std::string stage;         // empty: the only one
  std::string organisation;  // code
  std::string subject;       // key of a row of the form's register; empty: the organisation itself
  std::string period;        // "2026-10"; empty: an event calls for the report
  int occurrence = 1;        // counts from 1 where the same stage of a period comes again
  auto operator<=>(const ReportKey&) const = default;
};

}  // namespace esep::report
