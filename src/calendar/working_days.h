// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "calendar/date.h"
#include "datafile/library.h"

namespace esep::calendar {

enum class DayKind { public_holiday, observed, weekend_moved_off, working_weekend };

/// An exceptional day of the five-day week, with the act that makes it one.
struct ExceptionalDay {
  DayKind kind = DayKind::public_holiday;
  LocalText name;
  std::string act;       // the `source` column
  bool computed = false;  // by rule, no official calendar seen (2027)
};

/// Working days of Kazakhstan, five-day week, from data/calendar/*.csv (requirements: "WD"). A later file or an overlay's
/// line for the same date wins. The years covered are those that have at least one line; kind `ordinary` in an overlay
/// takes an exception back.
class WorkingDays {
 public:
  static WorkingDays load(const datafile::Library& library, Diagnostics& diagnostics);

  [[nodiscard]] int first_year() const { return first_year_; }
  [[nodiscard]] int last_year() const { return last_year_; }
  /// Error CALENDAR-YEAR ({date},{from},{to}) outside the covered years.
  [[nodiscard]] bool is_working(Date date) const;
  [[nodiscard]] const ExceptionalDay* exception(Date date) const;  // nullptr: ordinary day
  /// Whether any of the days from…to rests on a computed line.
  [[nodiscard]] bool is_computed(Date date) const;
  [[nodiscard]] Date next_working(Date date) const;      // date itself when it is one
  [[nodiscard]] Date previous_working(Date date) const;  // date itself when it is one
  /// The n-th working day strictly after `date` (n ≥ 1): "within N WD of X".
  [[nodiscard]] Date add_working(Date date, int n) const;
  /// Working days d with from < d ≤ to.
  [[nodiscard]] int count_working(Date from, Date to) const;

 private:
  std::map<Date, ExceptionalDay> exceptions_;
  int first_year_ = 0;
  int last_year_ = -1;
  std::map<int, bool> computed_years_;
};

}  // namespace esep::calendar
