// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "calendar/period.h"

namespace esep::calendar {

/// A period as people write it, in Kazakh, Russian or English: "2026-10", "10.2026", «2026 жылғы қазан»,
/// «за октябрь 2026 г.», «I полугодие 2026 года», «2026 ж. 2-жартыжылдық», "Q3 2026", "2026". nullopt if the text names
/// no period, or more than one.
[[nodiscard]] std::optional<Period> parse_typed_period(std::string_view typed);

}  // namespace esep::calendar
