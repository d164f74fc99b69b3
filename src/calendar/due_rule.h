// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/period.h"
#include "calendar/working_days.h"
#include "datafile/toml.h"

namespace esep::calendar {

enum class Roll { same_day, next_working_day, previous_working_day };
enum class CountFrom { next_day, event_day };

/// How a deadline follows from a period or an event. In TOML `due = { … }`, exactly one of the kinds:
///   { day = 20, months_after = 1 }              day N of the K-th month after the period's end (clipped to the month's length)
///   { day = 5, month = 7 } / year_offset = -1   a fixed day of the period's year (+ offset): 31 October of the year before
///   { first_working_day_of_year = true }        first working day of the period's year
///   { working_days_after_event = 5 }            within N WD of the event
///   { days_after_event = 5 }                    within N calendar days of the event
///   { at_least_working_days = 10 }              a window that begins on the event and lasts at least N WD
///   { none = true }                             the source sets no term; `due` says so (TG-6)
struct DueRule {
  enum class Kind {
    day_after_period, fixed_day, first_working_day, working_days_after_event, days_after_event, at_least_working_days, none
  };
  Kind kind = Kind::none;
  int day = 0;
  int month = 0;
  int months_after = 0;
  int year_offset = 0;
  int count = 0;  // N of the event kinds
  CountFrom count_from = CountFrom::next_day;
  Roll roll = Roll::next_working_day;
  LocalText roll_law;         // basis of the roll rule
  bool roll_assumed = false;  // no source says it

  [[nodiscard]] bool needs_event() const;
  static DueRule read(datafile::TableReader& due, Diagnostics& diagnostics);
};

/// One step of an explanation. `date` may be absent for a statement without one.
struct ExplanationStep {
  enum class Kind { nominal, roll, count, skip, effective };
  Kind kind = Kind::nominal;
  std::optional<Date> date;
  int n = 0;        // running number of a counted working day, else 0
  Message text;     // catalogue keys DUE-…
  std::string act;  // act or basis behind it, may be empty
};
[[nodiscard]] std::string_view step_name(ExplanationStep::Kind kind);

/// A computed deadline (design, rule of conduct 7): the effective date follows from `steps` alone.
struct DueDate {
  std::optional<Date> nominal;    // absent for `none` and for an event not yet recorded
  std::optional<Date> effective;  // on time until 24:00 local of this day
  bool rolled = false;
  bool computed_calendar = false;  // rests on a year whose calendar was computed by rule
  std::vector<ExplanationStep> steps;
};

/// `period` may be absent for event rules, `event` for the others. An event rule without its event gives a DueDate
/// without dates. Error CALENDAR-YEAR beyond the calendar.
[[nodiscard]] DueDate compute_due(const DueRule& rule, const std::optional<Period>& period,
                                  const std::optional<Date>& event, const WorkingDays& calendar);

/// Working days of delay: those after `effective` up to the first working day on or after `received`, at least 1;
/// 0 when received in time.
[[nodiscard]] int working_days_late(Date effective, Date received, const WorkingDays& calendar);

}  // namespace esep::calendar
