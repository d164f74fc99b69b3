// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

/// A verdict on a row of a register (OB-7, OB-8): the operator decides on a proposal, the administrator answers one
/// that the operator has approved.
struct Verdict {
  enum class Kind { decision, answer } kind = Kind::decision;
  std::string key;  // of the row, in whichever register has verdicts
  bool accepted = false;
  std::string reason;
  calendar::Date date;
};

/// Records it in one transaction with its line of history. What is late is recorded and told, never refused. Error
/// PROPOSAL-UNKNOWN, PROPOSAL-DECIDED, PROPOSAL-NOT-APPROVED, PROPOSAL-EARLY, ANSWER-EARLY, VERDICT-REASON. Returns
/// warnings (VERDICT-LATE, PROPOSAL-BOTH-TERMS).
[[nodiscard]] std::vector<Message> give_verdict(Engine& engine, const Verdict& verdict, const registry::Actor& actor);

}  // namespace esep::app
