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
  std::string ground = {};      // of a refusal to publish (paragraph 14): id or title of a choice; may be empty
  std::string correction = {};  // why the verdict that is recorded is replaced; empty: there is none yet
};

/// Records it in one transaction with its entry of history. A late verdict is recorded with a warning, never refused. A
/// correction has an entry with its reason; if it refuses a proposal that was answered, the answer goes. Error
/// PROPOSAL-UNKNOWN, PROPOSAL-DECIDED, PROPOSAL-UNDECIDED (nothing to correct), PROPOSAL-NOT-APPROVED,
/// VERDICT-WITHDRAWN, VERDICT-FUTURE, VERDICT-OUTSIDE (an answer), PROPOSAL-EARLY, ANSWER-EARLY, VERDICT-REASON,
/// VERDICT-GROUND-… (usage), registry::StepRefused with FOUR-EYES-VERDICT (one person cannot decide and answer).
/// Returns warnings (VERDICT-LATE, PROPOSAL-BOTH-TERMS, VERDICT-OUTSIDE, VERDICT-GROUND).
[[nodiscard]] std::vector<Message> give_verdict(Engine& engine, Verdict verdict, const registry::Actor& actor);

/// Records that its author took a proposal back, so that it does not count, in one transaction with its entry of
/// history. The operator records it, who runs the portal. Returns PROPOSAL-TAKEN-BACK-LATE if the discussion was over
/// by then: such a proposal stays in the report. Error PROPOSAL-UNKNOWN, PROPOSAL-WITHDRAWN-… (already),
/// PROPOSAL-EARLY, PROPOSAL-FUTURE, registry::StepRefused.
std::optional<Message> withdraw_proposal(Engine& engine, const std::string& key, calendar::Date date,
                                         const registry::Actor& actor);
/// Takes such a record back, with its reason. Error PROPOSAL-UNKNOWN, PROPOSAL-NOT-WITHDRAWN, VERDICT-REASON.
void keep_proposal(Engine& engine, const std::string& key, const std::string& reason, const registry::Actor& actor);

}  // namespace esep::app
