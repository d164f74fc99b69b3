// SPDX-License-Identifier: MIT
#pragma once

#include "calendar/date.h"
#include "intake/shown_number.h"

namespace esep::intake {

/// What a format shows of a day: the same if day, month and year stand there so that they are read in one way; a part
/// if one is missing; another day if the month stands before a day that could be a month, or if words of the format's
/// own stand for what is missing. `seconds`: of the day.
[[nodiscard]] Shown shown_date(const FormatSection& section, calendar::Date day, int seconds);

}  // namespace esep::intake
