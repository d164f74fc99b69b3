// SPDX-License-Identifier: MIT
#pragma once

#include "app/receive/checker.h"

namespace esep::app {

/// EVENT-DAY-DIFFERS: the heading gives another day for an event than the one that is recorded; a warning at its cell
/// that names both. data/events.toml says which heading field gives the day of which event (`named_in`).
[[nodiscard]] report::Findings event_day_differs(Engine& engine, const CheckedFile& file);

}  // namespace esep::app
