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

/// The period, of the kind of `period`, of which a report as of that day speaks: on 1 July, the one that ended with
/// June.
[[nodiscard]] std::optional<calendar::Period> as_of_period(std::string_view text, const HeadingWords& words,
                                                           const calendar::Period& period);

/// Whether the text says that the report is of another time than the whole period that it names: «первая половина
/// октября», «не октябрь», «октябрь нарастающим итогом с начала года».
[[nodiscard]] bool names_other_span(std::string_view text, const HeadingWords& words, const calendar::Period& period);

}  // namespace esep::app
