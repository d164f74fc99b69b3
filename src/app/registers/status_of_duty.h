// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/duty/status.h"

namespace esep::app {

/// How a duty stands, for the answer to whoever recorded something of it. The duty is one of the engine's.
[[nodiscard]] report::StatusRow status_of_duty(Engine& engine, const report::Duty& duty, calendar::Date today);

}  // namespace esep::app
