// SPDX-License-Identifier: MIT
#pragma once

#include "calendar/date.h"

namespace esep::cli {

/// Civil time in Kazakhstan now (Asia/Almaty, with its change of 2024-03-01), whatever TZ says. The only clock of the
/// program. Error CLOCK-ZONE when the system has no time-zone data (package tzdata).
[[nodiscard]] calendar::LocalTime now_in_kazakhstan();

/// Minutes by which Kazakhstan was ahead of UTC at a local time: 360, from 2024-03-01 on 300. Error CLOCK-ZONE.
[[nodiscard]] int utc_offset_in_kazakhstan(calendar::LocalTime local);

}  // namespace esep::cli
