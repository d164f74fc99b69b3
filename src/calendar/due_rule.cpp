// SPDX-License-Identifier: MIT
#include "calendar/due_rule.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "calendar/weekday.h"

namespace esep::calendar {

namespace {

using Step = ExplanationStep::Kind;

/// The day `day` of a month, or the month's last day if it has no such day (Civil Code art. 174). A year outside Date's
/// range becomes the nearest one, which no calendar covers either.
Date clipped(int year, int month, int day) {
  const Date first = Date::from_ymd(std::clamp(year, 1, 9999), static_cast<unsigned>(month), 1).value();
  return std::min(first.plus_days(day - 1), first.end_of_month());
}

Date day_after(const Period& period, int months_after, int day) {
  const Date last = period.last_day();
  const int months = last.year() * 12 + static_cast<int>(last.month()) - 1 + months_after;
  return clipped(months / 12, months % 12 + 1, day);
}

/// The step that explains why `date` is worked or not: its holiday or weekday, and the act.
ExplanationStep about_day_off(Step kind, Date date, const WorkingDays& calendar) {
  ExplanationStep step{kind, date, 0, {}, {}};
  if (const ExceptionalDay* day = calendar.exception(date)) {
    step.text = Message("DUE-DAY-OFF", {{"date", date.dotted()}, {"name", day->name}});
    step.act = day->act;
  } else {
    const bool saturday = date.weekday() == kSaturday;
    step.text = Message(saturday ? "DUE-SATURDAY" : "DUE-SUNDAY", {{"date", date.dotted()}});
  }
  return step;
}

ExplanationStep about_counted_day(Date date, int n, const WorkingDays& calendar) {
  ExplanationStep step{Step::count, date, n, {}, {}};
  Message::Args args{{"date", date.dotted()}, {"n", std::to_string(n)}};
  if (const ExceptionalDay* day = calendar.exception(date)) {
    args.emplace_back("name", day->name);
    step.text = Message("DUE-COUNT-WORKED-WEEKEND", std::move(args));
    step.act = day->act;
  } else {
    step.text = Message("DUE-COUNT", std::move(args));
  }
  return step;
}

/// The day that the rule names for a period.
Date nominal_day(const DueRule& rule, const Period& period) {
  const bool fixed = rule.kind == DueRule::Kind::fixed_day;
  return fixed ? clipped(period.year + rule.year_offset, rule.month, rule.day)
               : day_after(period, rule.months_after, rule.day);
}

class Computation {
 public:
  Computation(const DueRule& rule, const WorkingDays& calendar, const DueNames& names)
      : rule_(rule), calendar_(calendar), names_(names) {}

  DueDate undated(Message text) {
    steps_.push_back({Step::nominal, std::nullopt, 0, std::move(text), {}});
    return finished();
  }

  /// A term that ends on a calendar date, which `text` names. The roll rule decides about a day off.
  DueDate dated(Date nominal, Message text) {
    begin(nominal, std::move(text));
    if (calendar_.is_working(nominal)) return end(nominal, unmoved(nominal));
    if (rule_.roll == Roll::same_day) {
      ExplanationStep reason = about_day_off(Step::roll, nominal, calendar_);
      reason.date.reset();
      steps_.push_back(std::move(reason));
      return end(nominal, by_roll("DUE-EFFECTIVE-KEPT"));
    }
    const bool forward = rule_.roll == Roll::next_working_day;
    Date day = nominal;
    for (; !calendar_.is_working(day); day = day.plus_days(forward ? 1 : -1)) {
      steps_.push_back(about_day_off(Step::roll, day, calendar_));
    }
    return end(day, by_roll(forward ? "DUE-EFFECTIVE-NEXT" : "DUE-EFFECTIVE-PREVIOUS"));
  }

  /// A term of `count` working days of which the first is on or after `first`. `text` lacks only {date}.
  DueDate counted(Date first, int count, Message text) {
    std::vector<ExplanationStep> days;
    Date day = first;
    for (int n = 0;; day = day.plus_days(1)) {
      if (!calendar_.is_working(day)) {
        days.push_back(about_day_off(Step::skip, day, calendar_));
        note_computed(day);
        continue;
      }
      days.push_back(about_counted_day(day, ++n, calendar_));
      note_computed(day);
      if (n == count) break;
    }
    text.args.emplace_back("date", day.dotted());
    begin(day, std::move(text));
    std::move(days.begin(), days.end(), std::back_inserter(steps_));
    return end(day, unmoved(day));
  }

 private:
  void note_computed(Date date) { due_.computed_calendar = due_.computed_calendar || calendar_.is_computed(date); }

  void begin(Date nominal, Message text) {
    due_.nominal = nominal;
    steps_.push_back({Step::nominal, nominal, 0, std::move(text), {}});
    note_computed(nominal);
  }

  DueDate end(Date effective, ExplanationStep step) {
    step.date = effective;
    step.text.args.emplace_back("date", effective.dotted());
    due_.effective = effective;
    due_.rolled = effective != *due_.nominal;
    note_computed(effective);
    steps_.push_back(std::move(step));
    return finished();
  }

  DueDate finished() {
    due_.steps = Explanation(std::move(steps_));
    return std::move(due_);
  }

  [[nodiscard]] ExplanationStep unmoved(Date date) const {
    const ExceptionalDay* day = calendar_.exception(date);
    const bool window = rule_.kind == DueRule::Kind::at_least_working_days;
    if (day == nullptr) return {Step::effective, date, 0, {window ? "DUE-WINDOW-END" : "DUE-EFFECTIVE", {}}, {}};
    return {Step::effective, date, 0, {"DUE-EFFECTIVE-WORKED-WEEKEND", {{"name", day->name}}}, day->act};
  }

  /// "DUE-EFFECTIVE-NEXT", "…-ASSUMED" when no source states the roll, "…-NO-LAW" when no basis is given at
  /// all.
  [[nodiscard]] ExplanationStep by_roll(const std::string& key) const {
    ExplanationStep step{Step::effective, std::nullopt, 0, {}, rule_.roll_law};
    if (rule_.roll_law.empty()) {
      step.text = Message(key + "-NO-LAW", {});
    } else if (rule_.roll_assumed) {
      step.text = Message(key + "-ASSUMED", {{"law", rule_.roll_law}, {"act", names_.act}});
    } else {
      step.text = Message(key, {{"law", rule_.roll_law}});
    }
    return step;
  }

  const DueRule& rule_;
  const WorkingDays& calendar_;
  const DueNames& names_;
  DueDate due_;
  std::vector<ExplanationStep> steps_;
};

DueDate compute_from_event(const DueRule& rule, Date event, const LocalText& name, Computation& computation) {
  const Date first = rule.count_from == CountFrom::event_day ? event : event.plus_days(1);
  const bool calendar_days = rule.kind == DueRule::Kind::days_after_event;
  const bool window = rule.kind == DueRule::Kind::at_least_working_days;
  std::string key = calendar_days ? "DUE-NOMINAL-DAYS" : window ? "DUE-NOMINAL-WINDOW" : "DUE-NOMINAL-WORKING-DAYS";
  if (rule.count_from == CountFrom::event_day) key += "-SAME-DAY";
  if (key == "DUE-NOMINAL-DAYS-SAME-DAY" && rule.count == 1) key = "DUE-NOMINAL-EVENT-DAY";
  Message text(key, {{"count", std::to_string(rule.count)}, {"name", name}, {"event", event.dotted()}});
  if (!calendar_days) return computation.counted(first, rule.count, std::move(text));
  const Date nominal = first.plus_days(rule.count - 1);
  text.args.emplace_back("date", nominal.dotted());
  return computation.dated(nominal, std::move(text));
}

/// Day 1 is the day after the period's last day.
DueDate compute_after_period(const DueRule& rule, const Period& period, Computation& computation) {
  const Date last = period.last_day();
  const bool calendar_days = rule.kind == DueRule::Kind::days_after_period;
  Message text(calendar_days ? "DUE-NOMINAL-DAYS-AFTER-PERIOD" : "DUE-NOMINAL-WORKING-DAYS-AFTER-PERIOD",
               {{"count", std::to_string(rule.count)}, {"period", period.names()}, {"end", last.dotted()}});
  if (!calendar_days) return computation.counted(last.plus_days(1), rule.count, std::move(text));
  const Date nominal = last.plus_days(rule.count);
  text.args.emplace_back("date", nominal.dotted());
  return computation.dated(nominal, std::move(text));
}

DueDate compute_from_period(const DueRule& rule, const Period& period, Computation& computation) {
  const std::string year = std::to_string(period.year);
  if (rule.kind == DueRule::Kind::first_working_day) {
    return computation.counted(clipped(period.year, 1, 1), 1,
                               Message("DUE-NOMINAL-FIRST-WORKING-DAY", {{"year", year}}));
  }
  if (rule.kind == DueRule::Kind::working_days_after_period || rule.kind == DueRule::Kind::days_after_period) {
    return compute_after_period(rule, period, computation);
  }
  const bool fixed = rule.kind == DueRule::Kind::fixed_day;
  const Date nominal = nominal_day(rule, period);
  std::string key = fixed ? "DUE-NOMINAL-FIXED" : "DUE-NOMINAL-AFTER-PERIOD";
  if (static_cast<int>(nominal.day()) != rule.day) key += "-CLIPPED";
  return computation.dated(nominal, Message(key, {{"period", period.names()},
                                                  {"day", std::to_string(rule.day)},
                                                  {"months", std::to_string(rule.months_after)},
                                                  {"date", nominal.dotted()}}));
}

}  // namespace

std::string_view step_name(ExplanationStep::Kind kind) {
  constexpr std::array<std::string_view, 6> kNames{"nominal", "roll", "count", "skip", "extended", "effective"};
  return kNames.at(static_cast<size_t>(kind));
}

bool DueRule::needs_event() const {
  return kind == Kind::working_days_after_event || kind == Kind::days_after_event ||
         kind == Kind::at_least_working_days;
}

DueDate compute_due(const DueRule& rule, const std::optional<Period>& period, const std::optional<Date>& event,
                    const WorkingDays& calendar, const DueNames& names) {
  Computation computation(rule, calendar, names);
  if (rule.kind == DueRule::Kind::none) return computation.undated({"DUE-NONE", {}});
  if (rule.needs_event()) {
    if (!event) return computation.undated({"DUE-EVENT-AWAITED", {}});
    return compute_from_event(rule, *event, names.event, computation);
  }
  if (!period) return computation.undated({"DUE-PERIOD-AWAITED", {}});
  return compute_from_period(rule, *period, computation);
}

std::optional<Date> earliest_end(const DueRule& rule, const std::optional<Period>& period,
                                 const std::optional<Date>& event) {
  using Kind = DueRule::Kind;
  const bool counts_working = rule.kind == Kind::working_days_after_event || rule.kind == Kind::at_least_working_days ||
                              rule.kind == Kind::working_days_after_period || rule.kind == Kind::first_working_day;
  if (rule.kind == Kind::none || (!counts_working && rule.roll == Roll::previous_working_day)) return std::nullopt;
  if (rule.needs_event()) {
    if (!event) return std::nullopt;
    return event->plus_days(rule.count - (rule.count_from == CountFrom::event_day ? 1 : 0));
  }
  if (!period) return std::nullopt;
  if (rule.kind == Kind::first_working_day) return clipped(period->year, 1, 1);
  const bool counted = rule.kind == Kind::working_days_after_period || rule.kind == Kind::days_after_period;
  return counted ? period->last_day().plus_days(rule.count) : nominal_day(rule, *period);
}

DueDate extended_to(DueDate due, Date last, Message text, const WorkingDays& calendar) {
  calendar.require_covered(last);
  std::vector<ExplanationStep> steps;
  for (const ExplanationStep& step : due.steps) {
    if (step.kind != Step::effective) steps.push_back(step);
  }
  steps.push_back({Step::extended, last, 0, std::move(text), {}});
  steps.push_back({Step::effective, last, 0, Message("DUE-WINDOW-END", {{"date", last.dotted()}}), {}});
  due.effective = last;
  due.rolled = last != due.nominal;
  due.computed_calendar = due.computed_calendar || calendar.is_computed(last);
  due.steps = Explanation(std::move(steps));
  return due;
}

int working_days_late(Date effective, Date received, const WorkingDays& calendar) {
  if (received <= effective) return 0;
  return calendar.count_working(effective, calendar.next_working(received));
}

int working_days_overdue(Date effective, Date today, const WorkingDays& calendar) {
  if (today <= effective) return 0;
  calendar.require_covered(today);
  return std::max(1, calendar.count_working(effective, today));
}

}  // namespace esep::calendar
