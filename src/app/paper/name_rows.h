// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "app/core/engine.h"

namespace esep::app {

/// Findings about the rows of a composed report name the row of the register that a row comes from: «U-004: …». A
/// number in the paper says nothing to who must correct the register. The row is the one whose columns of the same name
/// have the same values; where none or several do, the finding stays as it is. `rows`: those of the report, in order.
void name_rows(Engine& engine, const form::FormDefinition& form, const std::string& subject,
               const std::vector<std::vector<form::Value>>& rows, report::Findings& findings);

}  // namespace esep::app
