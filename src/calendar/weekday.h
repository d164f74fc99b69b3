// SPDX-License-Identifier: MIT
#pragma once

namespace esep::calendar {

/// As Date::weekday() counts.
inline constexpr unsigned kSaturday = 6;

}  // namespace esep::calendar
