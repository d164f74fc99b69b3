// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

/// Checks the right and closes a period of a form to submissions. Error LOCK-REASON (usage) without a reason,
/// FORM-UNKNOWN, PERIOD-KIND (usage), LOCK-ALREADY, registry::StepRefused.
void lock_period(Engine& engine, const std::string& form, const calendar::Period& period, const std::string& reason,
                 const registry::Actor& actor);
/// Checks the right and opens the period again. Error LOCK-REASON (usage) without a reason, FORM-UNKNOWN, PERIOD-KIND
/// (usage), LOCK-NOT-LOCKED, registry::StepRefused.
void unlock_period(Engine& engine, const std::string& form, const calendar::Period& period, const std::string& reason,
                   const registry::Actor& actor);

}  // namespace esep::app
