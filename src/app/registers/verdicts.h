// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "report/register_row.h"

/// The verdicts on a proposal, as columns of its register (form::RegisterRole).
namespace esep::app {

/// The operator decides on a proposal; the administrator answers one that the operator has approved.
enum class VerdictKind { decision, answer };

/// The columns of a verdict, the verdict itself first.
[[nodiscard]] const std::vector<form::RegisterRole>& verdict_roles(VerdictKind kind);
/// The verdict to which a column with this role belongs. nullopt: none.
[[nodiscard]] std::optional<VerdictKind> verdict_of(form::RegisterRole role);
/// Whether the row has one.
[[nodiscard]] bool has_verdict(const form::RegisterDefinition& definition, const report::RegisterRow& row,
                               VerdictKind kind);

}  // namespace esep::app
