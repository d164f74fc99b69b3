// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/core/engine.h"

namespace esep::app {

/// The operator decides on a proposal; the administrator answers one that the operator has approved.
enum class VerdictKind { decision, answer };

/// The last day of a term and who says so.
struct VerdictTerm {
  calendar::Date last;
  LocalText law;
};

/// By when a proposal wants its verdicts (OB-7, OB-8). `definition` is a register with decisions; both must outlive
/// this.
class VerdictTerms {
 public:
  VerdictTerms(Engine& engine, const form::RegisterDefinition& definition) : engine_(engine), definition_(definition) {}

  /// Of the operator: counted from the day on which the proposal was posted. nullopt: the register sets none.
  [[nodiscard]] std::optional<VerdictTerm> decision(const report::RegisterRow& proposal);
  /// Of the administrator: while what is proposed on stands under discussion. nullopt: no event has opened one.
  [[nodiscard]] const std::optional<VerdictTerm>& answer(const report::RegisterRow& proposal);
  /// PROPOSAL-BOTH-TERMS: it came so late that the operator's term outlives the discussion.
  [[nodiscard]] std::optional<Message> tight(const report::RegisterRow& proposal);
  /// VERDICT-LATE: a verdict of the day `given` came after its term.
  [[nodiscard]] std::optional<Message> late(const report::RegisterRow& proposal, VerdictKind kind,
                                            calendar::Date given);

 private:
  Engine& engine_;
  const form::RegisterDefinition& definition_;
  std::map<std::string, std::optional<VerdictTerm>> discussions_;  // by what is discussed
};

/// The last day of the discussion that a duty opens: that of its term, or a later one of the register's (role
/// `window_to`).
[[nodiscard]] calendar::Date window_end(Engine& engine, const report::Duty& duty);

}  // namespace esep::app
