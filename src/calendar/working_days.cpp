// SPDX-License-Identifier: MIT
#include "calendar/working_days.h"

#include <cassert>

#include "base/error.h"
#include "calendar/weekday.h"

namespace esep::calendar {

void WorkingDays::require_covered(Date date) const {
  if (covers(date.year())) return;
  throw Error(
      Message("CALENDAR-YEAR",
              {{"date", date.dotted()}, {"from", std::to_string(first_year_)}, {"to", std::to_string(last_year_)}}),
      Message("CALENDAR-YEAR-HINT", {{"year", std::to_string(date.year())}}));
}

bool WorkingDays::is_working(Date date) const {
  require_covered(date);
  const ExceptionalDay* day = exception(date);
  if (day != nullptr) return day->kind == DayKind::working_weekend;
  return date.weekday() < kSaturday;
}

const ExceptionalDay* WorkingDays::exception(Date date) const {
  const auto found = exceptions_.find(date);
  return found == exceptions_.end() ? nullptr : &found->second;
}

bool WorkingDays::is_computed(Date date) const {
  const auto found = years_.find(date.year());
  return found != years_.end() && found->second.computed;
}

Date WorkingDays::next_working(Date date) const {
  while (!is_working(date)) date = date.plus_days(1);
  return date;
}

Date WorkingDays::add_working(Date date, int n) const {
  assert(n >= 1);
  for (int i = 0; i < n; ++i) date = next_working(date.plus_days(1));
  return date;
}

int WorkingDays::count_working(Date from, Date to) const {
  int count = 0;
  for (Date d = from.plus_days(1); d <= to; d = d.plus_days(1)) count += is_working(d) ? 1 : 0;
  return count;
}

}  // namespace esep::calendar
