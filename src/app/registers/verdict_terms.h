// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/core/engine.h"

namespace esep::app {

/// The operator decides on a proposal; the administrator answers one that the operator has approved.
enum class VerdictKind { decision, answer };

/// The last day of a term and its legal basis.
struct VerdictTerm {
  calendar::Date last;
  LocalText law;
};

/// The terms of the verdicts on a proposal (OB-7, OB-8). `definition` is a register with decisions; both must outlive
/// this object.
class VerdictTerms {
 public:
  VerdictTerms(Engine& engine, const form::RegisterDefinition& definition) : engine_(engine), definition_(definition) {}

  /// The operator's term, counted from the day on which the proposal was posted. nullopt: the register sets none.
  [[nodiscard]] std::optional<VerdictTerm> decision(const report::RegisterRow& proposal);
  /// The administrator's term: the end of the discussion. nullopt: no event has opened a discussion.
  [[nodiscard]] const std::optional<VerdictTerm>& answer(const report::RegisterRow& proposal);
  /// PROPOSAL-BOTH-TERMS if the proposal came so late that the operator's term ends after the discussion.
  [[nodiscard]] std::optional<Message> tight(const report::RegisterRow& proposal);
  /// VERDICT-LATE: a verdict of the day `given` came after its term.
  [[nodiscard]] std::optional<Message> late(const report::RegisterRow& proposal, VerdictKind kind,
                                            calendar::Date given);

 private:
  Engine& engine_;
  const form::RegisterDefinition& definition_;
  std::map<std::string, std::optional<VerdictTerm>> discussions_;  // by the document under discussion
};

/// The last day of the discussion that a duty opens: the end of its term, or the register's later day (role
/// `window_to`).
[[nodiscard]] calendar::Date window_end(Engine& engine, const report::Duty& duty);

}  // namespace esep::app
