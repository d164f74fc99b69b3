// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "app/core/engine.h"
#include "registry/doctor/doctor.h"

namespace esep::app {

/// `registry::examine` for the workspace's register. A file that cannot be opened as a register is damage
/// too. So is what `queue replay` finds in the log of the queue.
[[nodiscard]] registry::Examination examine_workspace(Engine& engine);

/// What `doctor` says of days that go back in the history (DOCTOR-DAY-BACK, DOCTOR-CLOCK-BACK), at most `limit` of them
/// and then how many more (DOCTOR-STEPS-MORE). It is no damage: a person has to look.
[[nodiscard]] std::vector<Message> step_back_messages(const std::vector<registry::StepBack>& steps, size_t limit = 20);

}  // namespace esep::app
