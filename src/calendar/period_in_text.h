// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/period.h"

namespace esep::calendar {

/// A period that a longer text names: «Отчёт за ноябрь 2026 года», «2026 жылғы қараша айындағы есеп», «за 2026-11».
struct PeriodInText {
  Period period;
  std::string before, after;  // the words beside it, as plain_letters() folds them: «за»; empty if none
  bool whole = false;         // the text says nothing else
  bool sure = true;           // false: the last month of a span that does not begin with January
  bool of_span = false;       // it is that month, and the text speaks of months before it, too
};

/// In their order. A day («22 мая 2025 года», «22.05.2025»), a span of years («2025–2027») and a year without the word
/// «год», «жыл» are none. A span of months is its last one: «январь – октябрь 2026» is October, unless it is a period
/// itself. `year`: of a text that names none; absent: such a text names no period.
[[nodiscard]] std::vector<PeriodInText> periods_in_text(std::string_view text, std::optional<int> year = std::nullopt);

}  // namespace esep::calendar
