// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/core/engine.h"
#include "app/core/windows.h"
#include "app/registers/verdicts.h"

namespace esep::app {

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

  /// The discussion of the document to which the proposal belongs. nullptr: it was not opened.
  [[nodiscard]] const Window* discussion(const report::RegisterRow& proposal);
  /// The operator's term, counted from the day on which the proposal was posted. nullopt: the register sets none, or
  /// the calendar does not reach it.
  [[nodiscard]] std::optional<VerdictTerm> decision(const report::RegisterRow& proposal);
  /// The administrator's term: the end of the discussion. nullopt: no discussion was opened, or the proposal is not of
  /// its time.
  [[nodiscard]] std::optional<VerdictTerm> answer(const report::RegisterRow& proposal);
  /// VERDICT-OUTSIDE: the proposal came before the discussion or after it, so that it does not count.
  [[nodiscard]] std::optional<Message> outside(const report::RegisterRow& proposal);
  /// The day on which its author took the proposal back, so that it does not count; nullopt: he did not, or only after
  /// the discussion.
  [[nodiscard]] std::optional<calendar::Date> taken_back(const report::RegisterRow& proposal);
  /// PROPOSAL-BOTH-TERMS if the proposal came so late that the operator's term ends after the discussion.
  [[nodiscard]] std::optional<Message> tight(const report::RegisterRow& proposal);
  /// VERDICT-LATE: a verdict of the day `given` came after its term. Of a day behind the calendar nothing is said.
  [[nodiscard]] std::optional<Message> late(const report::RegisterRow& proposal, VerdictKind kind,
                                            calendar::Date given);

 private:
  Engine& engine_;
  const form::RegisterDefinition& definition_;
  std::optional<std::map<std::string, Window>> discussions_;  // by the document under discussion
};

}  // namespace esep::app
