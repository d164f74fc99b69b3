// SPDX-License-Identifier: MIT
#pragma once

#include "app/registers/verdict_terms.h"

namespace esep::app {

/// A verdict on a row of a register (OB-7, OB-8).
struct Verdict {
  VerdictKind kind = VerdictKind::decision;
  std::string key;  // of the row, in any register with verdicts
  bool accepted = false;
  std::string reason;
  calendar::Date date;
};

/// Records it in one transaction with its entry of history. A late verdict is recorded with a warning, never refused.
/// Error PROPOSAL-UNKNOWN, PROPOSAL-DECIDED, PROPOSAL-NOT-APPROVED, PROPOSAL-EARLY, ANSWER-EARLY, VERDICT-REASON.
/// Returns warnings (VERDICT-LATE, PROPOSAL-BOTH-TERMS).
[[nodiscard]] std::vector<Message> give_verdict(Engine& engine, const Verdict& verdict, const registry::Actor& actor);

}  // namespace esep::app
