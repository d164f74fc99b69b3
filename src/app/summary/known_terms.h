// SPDX-License-Identifier: MIT
#pragma once

#include "app/summary/summary.h"

namespace esep::app {

/// A summary counts what is late and what is missing. Error CALENDAR-YEAR if nobody can say that: the calendar does not
/// cover the summary's day, or the deadline of a report that its queries ask for lies outside the calendar.
void require_known_terms(Engine& engine, const SummaryRequest& request);

}  // namespace esep::app
