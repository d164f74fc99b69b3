// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calendar/date.h"
#include "report/read/grid.h"

namespace esep::report {

/// A date as people type it: 05.10.2026, 5.10.2026, 05/10/2026 (day first, as in Kazakhstan), 2026-10-05, 05-10-2026,
/// each with an optional « г.», «ж.» or time after it. nullopt for a year of two digits or a date that does not exist.
[[nodiscard]] std::optional<calendar::Date> parse_typed_date(std::string_view typed);
/// The same with no time behind it: where a day is asked for, an hour would be lost.
[[nodiscard]] std::optional<calendar::Date> parse_typed_day(std::string_view typed);
/// A day whose month is a word: «18 июня 2025 года», «2025 жылғы 18 маусым», with nothing else beside it.
[[nodiscard]] std::optional<calendar::Date> parse_worded_date(std::string_view typed);

/// Whether the same text means another day where the month is written first: 03/04/2025.
[[nodiscard]] bool has_two_readings(std::string_view typed);

/// A workbook's serial day number ("46300", "46300.75"); `dates` for workbooks that count from 1904. nullopt for
/// 29.02.1900, which did not exist.
[[nodiscard]] std::optional<calendar::Date> date_from_serial(std::string_view serial, DateSystem dates);

/// The day that a number cell means: one with the format of a date, or a plain number of the years 2000–2099 (Excel's
/// number of a day, left when the format is lost).
[[nodiscard]] std::optional<calendar::Date> likely_day(const GridCell& cell, DateSystem dates);

/// The cell's value as a text: a number as it would be typed, a date cell as dd.mm.yyyy.
[[nodiscard]] std::string seen_text(const GridCell& cell, DateSystem dates);

/// The cell as a person reads it: one whose number format shows something else holds that text.
[[nodiscard]] GridCell as_shown(GridCell cell);

}  // namespace esep::report
