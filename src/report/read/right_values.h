// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "report/finding.h"
#include "table/rules.h"

/// Whether what a rule says that a cell should hold can be believed.
namespace esep::report {

/// Marks the hits whose right value nobody can vouch for. One is computed from a cell that itself has an error by
/// another rule or from `of_cells`. Another rule refuses the value that the hit would suggest: the suggested values are
/// put in together, the rules run again, and the old values are put back.
void doubt_right_values(const form::FormDefinition& form, const Findings& of_cells, std::vector<table::RuleHit>& hits,
                        table::RuleRunner& runner, const table::RuleContext& context);

}  // namespace esep::report
