// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "calendar_fixture.h"

using namespace esep;
using namespace esep::calendar;
using Kind = DueRule::Kind;
using Step = ExplanationStep::Kind;

namespace {

/// Day, kind and roll direction are read off the list; neither the rule nor the calendar is asked.
std::optional<Date> derived_from(const Explanation& steps) {
  if (steps.empty() || steps.front().kind != Step::nominal || steps.back().kind != Step::effective) return std::nullopt;
  std::optional<Date> counted;
  std::optional<Date> rolled;
  std::optional<Date> last;
  int n = 0;
  const bool backwards = steps.back().text.key.find("PREVIOUS") != std::string::npos;
  for (size_t i = 1; i + 1 < steps.size(); ++i) {
    const ExplanationStep& step = steps[i];
    if (step.text.empty()) return std::nullopt;
    if (step.kind == Step::roll) {
      if (!step.date) return steps.size() == 3 ? steps.front().date : std::nullopt;
      if (step.date != (rolled ? rolled->plus_days(backwards ? -1 : 1) : *steps.front().date)) return std::nullopt;
      rolled = step.date;
      continue;
    }
    if ((step.kind != Step::count && step.kind != Step::skip) || !step.date || rolled) return std::nullopt;
    if (last && step.date != last->plus_days(1)) return std::nullopt;
    last = step.date;
    if (step.kind == Step::skip) continue;
    if (step.n != ++n) return std::nullopt;
    counted = step.date;
  }
  if (rolled) return rolled->plus_days(backwards ? -1 : 1);
  if (last && counted != last) return std::nullopt;
  return counted ? counted : steps.front().date;
}

/// What must hold for every computed deadline.
bool explained(const DueDate& due) {
  return due.nominal && due.effective && derived_from(due.steps) == due.effective &&
         due.steps.front().date == due.nominal && due.steps.back().date == due.effective &&
         due.rolled == (due.nominal != due.effective);
}

/// Skipped days are off and have a reason with an act (weekends excepted); counted days are worked.
bool truthful(const DueDate& due) {
  for (const auto& step : due.steps) {
    if (!step.date) continue;
    const bool off = step.kind == Step::roll || step.kind == Step::skip;
    if (off && shipped().is_working(*step.date)) return false;
    if (step.kind == Step::count && !shipped().is_working(*step.date)) return false;
    if (off && (shipped().exception(*step.date) != nullptr) == step.act.empty()) return false;
  }
  return true;
}

Date last_working_until(Date d) {
  while (!shipped().is_working(d)) d = d.plus_days(-1);
  return d;
}

const std::vector<Roll> kRolls{Roll::same_day, Roll::next_working_day, Roll::previous_working_day};

}  // namespace

TEST_CASE("fixed dates: the effective date follows from the steps, for every day of seven years") {
  for (Date d = on("2021-01-05"); d <= on("2027-12-31"); d = d.plus_days(1)) {
    const Period year = Period::containing(PeriodKind::year, d);
    for (const Roll roll : kRolls) {
      const DueRule rule = fixed_day(static_cast<int>(d.day()), static_cast<int>(d.month()), roll);
      const DueDate due = compute_due(rule, year, std::nullopt, shipped());
      const bool worked = shipped().is_working(*due.effective);
      const bool right = roll == Roll::same_day           ? due.effective == d
                         : roll == Roll::next_working_day ? worked && due.effective == shipped().next_working(d)
                                                          : worked && due.effective == last_working_until(d);
      if (due.nominal != d || !right || !explained(due) || !truthful(due)) FAIL(d.iso());
    }
  }
}

TEST_CASE("days after periods: the effective date follows from the steps and is a working day") {
  for (const PeriodKind kind : {PeriodKind::month, PeriodKind::quarter, PeriodKind::half_year, PeriodKind::year}) {
    for (const Period& period : periods_between(kind, on("2021-01-01"), on("2026-09-30"))) {
      for (int day = 1; day <= 31; ++day) {
        for (const int months : {0, 1, 2}) {
          const DueDate due = compute_due(after_period(day, months), period, std::nullopt, shipped());
          if (!explained(due) || !truthful(due) || !shipped().is_working(*due.effective) ||
              *due.nominal > *due.effective) {
            FAIL(period.text() << " day " << day);
          }
        }
      }
    }
  }
}

TEST_CASE("event terms: the effective date follows from the steps, for every event day of seven years") {
  for (Date event = on("2021-01-01"); event <= on("2027-11-01"); event = event.plus_days(1)) {
    for (const Kind kind : {Kind::working_days_after_event, Kind::at_least_working_days}) {
      for (const int n : {1, 2, 5, 10, 15}) {
        const DueDate next = compute_due(event_rule(kind, n), std::nullopt, event, shipped());
        const DueDate same = compute_due(event_rule(kind, n, CountFrom::event_day), std::nullopt, event, shipped());
        const bool right = next.effective == shipped().add_working(event, n) &&
                           shipped().count_working(event, *next.effective) == n && *same.effective <= *next.effective;
        if (!right || !explained(next) || !truthful(next) || !explained(same) || !truthful(same) || next.rolled) {
          FAIL(event.iso() << " + " << n);
        }
      }
    }
    for (const Roll roll : kRolls) {
      DueRule rule = event_rule(Kind::days_after_event, 10);
      rule.roll = roll;
      const DueDate due = compute_due(rule, std::nullopt, event, shipped());
      if (due.nominal != event.plus_days(10) || !explained(due) || !truthful(due)) FAIL(event.iso());
    }
  }
}

TEST_CASE("the first working day of each year follows from the steps") {
  DueRule rule;
  rule.kind = Kind::first_working_day;
  for (const Period& year : periods_between(PeriodKind::year, on("2021-01-01"), on("2027-12-31"))) {
    const DueDate due = compute_due(rule, year, std::nullopt, shipped());
    INFO(year.text());
    CHECK(explained(due));
    CHECK(truthful(due));
    CHECK(due.effective == shipped().next_working(year.first_day()));
  }
}

TEST_CASE("a term that rests on a computed year says so") {
  for (Date event = on("2026-11-01"); event <= on("2027-01-31"); event = event.plus_days(1)) {
    const DueDate due = compute_due(event_rule(Kind::working_days_after_event, 10), std::nullopt, event, shipped());
    CHECK(due.computed_calendar == (due.effective->year() == 2027));
  }
}
