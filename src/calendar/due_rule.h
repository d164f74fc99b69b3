// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/message.h"
#include "calendar/date.h"
#include "calendar/period.h"
#include "calendar/working_days.h"
#include "datafile/toml.h"

namespace esep::calendar {

enum class Roll { same_day, next_working_day, previous_working_day };
enum class CountFrom { next_day, event_day };

/// How a deadline follows from a period or an event. In TOML `due = { … }` has exactly one of these (WD: working days):
///   { day = 20, months_after = 1 }         day N of the K-th month after the period's end, or that month's last day
///   { day = 5, month = 7 }                 a fixed day of the period's year; year_offset = -1: of the year before
///   { first_working_day_of_year = true }   the first working day of the period's year
///   { working_days_after_period = 5 }      within N WD of the period's last day
///   { days_after_period = 5 }              within N calendar days of the period's last day
///   { working_days_after_event = 5 }       within N WD of the event
///   { days_after_event = 5 }               within N calendar days of the event
///   { at_least_working_days = 10 }         a window that opens on the event and lasts at least N WD
///   { none = true }                        the source sets no term, and `due` says so (TG-6)
/// Further keys of the same table:
///   roll           on a day off: "next_working_day" (default), "previous_working_day" or "same_day"
///   roll_law       { kk, ru, en }: the basis of the roll; default for next_working_day, of terms that may end on a day
///                  off: Civil Code art. 175
///   roll_assumed   no source states the roll; default true for terms with `day` and no roll_law
///   count_from     "next_day" (default) or "event_day"; only with the event kinds
/// Terms in working days end on a working day, so `roll` does not touch them.
struct DueRule {
  enum class Kind {
    day_after_period,
    fixed_day,
    first_working_day,
    working_days_after_period,
    days_after_period,
    working_days_after_event,
    days_after_event,
    at_least_working_days,
    none
  };
  Kind kind = Kind::none;
  int day = 0;
  int month = 0;
  int months_after = 0;
  int year_offset = 0;
  int count = 0;  // N of the kinds that count days
  CountFrom count_from = CountFrom::next_day;
  Roll roll = Roll::next_working_day;
  LocalText roll_law;         // basis of the roll
  bool roll_assumed = false;  // no source states the roll

  [[nodiscard]] bool needs_event() const;
  /// Reads and finishes the table `due`. DUE-KIND (none or several kinds), DUE-RANGE (a number out of its
  /// range, which counts as the least one), DUE-COUNT-FROM (count_from without an event) are errors; DUE-ROLL-LAW and
  /// DUE-ROLL-UNUSED (the term never ends on a day off) are warnings.
  static DueRule read(datafile::TableReader& due);
};

/// One step of an explanation. A computed deadline has these steps in this order:
///   nominal    the term in words, with the nominal date
///   count      only for terms in working days: each working day from the first to the last, numbered 1…N
///   skip       the other days between these, each with the reason
///   roll       only for other terms, if the nominal date is a day off: this day and each further day off, with
///              the reason
///              with same_day: one step without a date, which gives the reason
///   extended   only where `extended_to` made the term longer: its new last day, and who says so
///   effective  the last day of the term, with the roll rule and its basis if it was used
/// The effective date therefore is
///   the day of the extended step; if there is none,
///   the day of the last count step; if there is none,
///   the working day after (next_working_day) or before (previous_working_day) the last dated roll step; if none,
///   the nominal date.
/// A rule without a date (`none`, event not recorded) has one nominal step without a date.
struct ExplanationStep {
  enum class Kind { nominal, roll, count, skip, extended, effective };
  Kind kind = Kind::nominal;
  std::optional<Date> date;
  int n = 0;      // running number of a counted working day, else 0
  Message text;   // catalogue keys DUE-…
  LocalText act;  // the act or basis, may be empty; the act of a calendar day is the same in every language
};
[[nodiscard]] std::string_view step_name(ExplanationStep::Kind kind);

/// The steps in order. They never change, so copies share them: four thousand executors of a roadmap have one
/// term.
class Explanation {
 public:
  Explanation() = default;
  explicit Explanation(std::vector<ExplanationStep> steps)
      : steps_(std::make_shared<const std::vector<ExplanationStep>>(std::move(steps))) {}

  [[nodiscard]] auto begin() const { return list().begin(); }
  [[nodiscard]] auto end() const { return list().end(); }
  [[nodiscard]] bool empty() const { return list().empty(); }
  [[nodiscard]] size_t size() const { return list().size(); }
  [[nodiscard]] const ExplanationStep& operator[](size_t index) const { return list()[index]; }
  [[nodiscard]] const ExplanationStep& front() const { return list().front(); }
  [[nodiscard]] const ExplanationStep& back() const { return list().back(); }

 private:
  [[nodiscard]] std::span<const ExplanationStep> list() const {
    return steps_ == nullptr ? std::span<const ExplanationStep>() : *steps_;
  }

  std::shared_ptr<const std::vector<ExplanationStep>> steps_;
};

/// A computed deadline. The effective date follows from `steps` alone (docs/architecture.md).
struct DueDate {
  std::optional<Date> nominal;    // absent for `none` and for an event not yet recorded
  std::optional<Date> effective;  // on time until 24:00 local of this day
  bool rolled = false;
  bool computed_calendar = false;  // depends on a year whose calendar was computed by rule
  Explanation steps;
};

/// What an explanation names and a rule does not know.
struct DueNames {
  LocalText event;  // the title of the event
  LocalText act;    // that sets the term
};

/// `period` may be absent for event rules, `event` for the others; a period rule without a period or an event rule
/// without its event gives a DueDate without dates. Error CALENDAR-YEAR outside the calendar.
[[nodiscard]] DueDate compute_due(const DueRule& rule, const std::optional<Period>& period,
                                  const std::optional<Date>& event, const WorkingDays& calendar,
                                  const DueNames& names = {});

/// The earliest day on which the term can end, whichever days are off; for a day of before it nobody needs a calendar.
/// nullopt: the rule gives no date, or a day off leads it back.
[[nodiscard]] std::optional<Date> earliest_end(const DueRule& rule, const std::optional<Period>& period,
                                               const std::optional<Date>& event);

/// The term, longer than its rule asks, to `last`, which is later than its effective date. `text` says why. Error
/// CALENDAR-YEAR if `last` is outside the calendar.
[[nodiscard]] DueDate extended_to(DueDate due, Date last, Message text, const WorkingDays& calendar);

/// Working days of delay: the working days after `effective` up to the first one on or after `received`, at least 1; 0
/// if received in time.
[[nodiscard]] int working_days_late(Date effective, Date received, const WorkingDays& calendar);

/// Working days of a delay that lasts: those after `effective` up to `today`, at least 1: so much is the delay of what
/// comes before the first of them, too. 0 if the term is not over.
[[nodiscard]] int working_days_overdue(Date effective, Date today, const WorkingDays& calendar);

}  // namespace esep::calendar
