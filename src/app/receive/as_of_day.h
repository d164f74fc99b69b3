// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "app/receive/heading_words.h"
#include "calendar/period.h"

namespace esep::app {

/// The day to which a text says that a report speaks: «по состоянию на 1 июля 2026 года», «1 шілдедегі жағдай бойынша»,
/// «на 01.07.2026». A text without a year means the one that is nearest to the end of `period`. nullopt: it names no
/// such day.
[[nodiscard]] std::optional<calendar::Date> as_of_day(std::string_view text, const HeadingWords& words,
                                                      const calendar::Period& period);

/// Whether that day is one of the period or the one behind it: on 1 July stands what was done by the end of June.
[[nodiscard]] bool is_as_of(std::string_view text, const HeadingWords& words, const calendar::Period& period);

}  // namespace esep::app
