// SPDX-License-Identifier: MIT
#pragma once

#include "app/summary/summary.h"

namespace esep::app {

/// A summary counts what is late and what is missing. Error CALENDAR-YEAR if nobody can say that: the deadline of a
/// report that its queries ask for lies outside the calendar.
void require_known_terms(Engine& engine, const SummaryRequest& request);

/// CALENDAR-ENDS: a report that is counted is missing, and the calendar ends before the summary's day, so that nobody
/// knows by how many working days. nullopt: there is none.
[[nodiscard]] std::optional<Message> delays_beyond_calendar(Engine& engine, const SummaryRequest& request);

}  // namespace esep::app
