// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "registry/doctor/doctor.h"

namespace esep::app {

/// `registry::examine` for the workspace's register. A file that cannot be opened as a register is damage
/// too.
[[nodiscard]] registry::Examination examine_workspace(Engine& engine);

}  // namespace esep::app
