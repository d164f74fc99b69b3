// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "calendar/date.h"

/// Proposals of a public discussion with their terms (OB-7, OB-8). Pure values.
namespace esep::report {

/// What a proposal waits for, or how it ended.
enum class ProposalState {
  awaits_decision,  // of the operator
  refused,          // by the operator
  awaits_answer,    // of the administrator
  answered,
  withdrawn,  // by its author: it does not count
  outside     // it came before the discussion or after it: it does not count
};
[[nodiscard]] std::string_view proposal_state_name(ProposalState state);  // "awaits_decision" …

/// A verdict with its term.
struct ProposalVerdict {
  std::string verdict;                // "accepted", "refused"; empty: none yet
  std::optional<calendar::Date> due;  // absent: nothing is due
  std::optional<calendar::Date> given;
  int working_days_late = 0;  // of the verdict, or of the day of the list while there is none; 0 of what does not count
};

struct ProposalRow {
  std::string proposal;
  std::string register_id;
  std::string document;      // under discussion
  std::string organisation;  // its administrator
  std::optional<calendar::Date> posted_on;
  std::optional<calendar::Date> withdrawn_on;  // also after the discussion, when it counts all the same
  ProposalState state = ProposalState::awaits_decision;
  ProposalVerdict decision;
  ProposalVerdict answer;

  /// Whether a verdict is missing after its term.
  [[nodiscard]] bool is_overdue() const;
};

}  // namespace esep::report
