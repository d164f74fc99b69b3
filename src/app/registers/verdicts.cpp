// SPDX-License-Identifier: MIT
#include "app/registers/verdicts.h"

#include <algorithm>

namespace esep::app {

using form::RegisterRole;

const std::vector<RegisterRole>& verdict_roles(VerdictKind kind) {
  static const std::vector<RegisterRole> kDecision{RegisterRole::decision, RegisterRole::decision_ground,
                                                   RegisterRole::decision_reason, RegisterRole::decided_on};
  static const std::vector<RegisterRole> kAnswer{RegisterRole::answer, RegisterRole::answer_reason,
                                                 RegisterRole::answered_on};
  return kind == VerdictKind::decision ? kDecision : kAnswer;
}

std::optional<VerdictKind> verdict_of(RegisterRole role) {
  for (const VerdictKind kind : {VerdictKind::decision, VerdictKind::answer}) {
    const auto& roles = verdict_roles(kind);
    if (std::find(roles.begin(), roles.end(), role) != roles.end()) return kind;
  }
  return std::nullopt;
}

bool has_verdict(const form::RegisterDefinition& definition, const report::RegisterRow& row, VerdictKind kind) {
  return !report::row_text(definition, row, verdict_roles(kind).front()).empty();
}

}  // namespace esep::app
