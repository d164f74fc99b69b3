// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "calendar/period.h"

namespace esep::calendar {

/// A period as people write it, in Kazakh, Russian or English: "2026-10", "10.2026", «X.2026», «2026 жылғы қазан»,
/// «за октябрь 2026 г.», «окт. 2026», «I полугодие 2026 года», «2026 ж. 2-жартыжылдық», "Q3 2026", "2026"; by its first
/// and last month or day: «январь – июнь 2026», «01.10.2026 – 31.10.2026»; by its months counted from January:
/// «6 месяцев 2026 года»; by the number of the month: «2026 жылғы 10-ай», "202610". A text without a year names a part
/// of `year`. nullopt if the text names no period, or more than one ("10.26" is October of 2026 if `year` is near
/// that): «за 10 месяцев 2026» is none. Nor does a text in which letters stand for digits («1О.2026») or at a number
/// without being a word of a period («2026-Н1») name one.
[[nodiscard]] std::optional<Period> parse_typed_period(std::string_view typed, std::optional<int> year = std::nullopt);

}  // namespace esep::calendar
