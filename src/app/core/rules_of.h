// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "table/rules.h"

namespace esep::app {

/// The prepared rules of a form. Throws datafile::DataInvalid with what is wrong with them.
[[nodiscard]] table::RuleRunner rules_of(Engine& engine, const form::FormDefinition& form);

}  // namespace esep::app
