// SPDX-License-Identifier: MIT
#pragma once

#include "calendar/date.h"
#include "calendar/instant.h"

namespace esep::cli {

/// Civil time in Kazakhstan now (Asia/Almaty, with its change of 2024-03-01), independent of TZ. The only clock of the
/// program, with the next one. Error CLOCK-ZONE if the system has no time-zone data (package tzdata).
[[nodiscard]] calendar::LocalTime now_in_kazakhstan();

/// The same to the microsecond.
[[nodiscard]] calendar::Instant instant_now();

/// Kazakhstan's offset from UTC in minutes at a local time: 360, and 300 from 2024-03-01 on. Error CLOCK-ZONE.
[[nodiscard]] int utc_offset_in_kazakhstan(calendar::LocalTime local);

}  // namespace esep::cli
