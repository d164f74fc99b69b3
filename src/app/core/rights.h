// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/review/review.h"

namespace esep::app {

/// data/workflow.toml. Error WORKFLOW-USER-ROLE when a user of esep.toml has a role that it does not know.
[[nodiscard]] report::Workflow load_workflow(Engine& engine);

/// What is done to the register as a whole. registry::StepRefused when the user's roles do not allow it.
void require_right(Engine& engine, report::RegisterAction action, const registry::Actor& actor);

}  // namespace esep::app
