// SPDX-License-Identifier: MIT
#include "calendar/due_rule.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "calendar_fixture.h"

using namespace esep;
using namespace esep::calendar;
using Kind = DueRule::Kind;
using Lines = std::vector<std::string>;

namespace {

// The last of `count` working days, the first of which is on or after `first`.
Date shipped_days(Date first, int count) {
  Date day = first;
  while (!shipped().is_working(day) || --count > 0) day = day.plus_days(1);
  return day;
}

}  // namespace

TEST_CASE("5 July 2025 under the three roll rules") {
  const DueDate next = due_for(fixed_day(5, 7), "2025-H1");
  CHECK(next.nominal == on("2025-07-05"));
  CHECK(next.effective == on("2025-07-08"));
  CHECK(next.rolled);
  CHECK_FALSE(next.computed_calendar);
  CHECK(outline(next) == Lines{"nominal 2025-07-05 DUE-NOMINAL-FIXED", "roll 2025-07-05 DUE-SATURDAY",
                               "roll 2025-07-06 DUE-SUNDAY", "roll 2025-07-07 DUE-DAY-OFF",
                               "effective 2025-07-08 DUE-EFFECTIVE-NEXT-NO-LAW"});
  CHECK(next.steps[3].act == LocalText{"№ 267-II Заңның 5-бабы", "Закон № 267-II, статья 5", "Law 267-II art.5"});
  CHECK(std::get<LocalText>(next.steps[3].text.args[1].second).kk == "Астана күні (демалыс күні, 06.07.2025 үшін)");

  const DueDate same = due_for(fixed_day(5, 7, Roll::same_day), "2025-H1");
  CHECK(same.effective == on("2025-07-05"));
  CHECK_FALSE(same.rolled);
  CHECK(outline(same) == Lines{"nominal 2025-07-05 DUE-NOMINAL-FIXED", "roll DUE-SATURDAY",
                               "effective 2025-07-05 DUE-EFFECTIVE-KEPT-NO-LAW"});

  const DueDate previous = due_for(fixed_day(5, 7, Roll::previous_working_day), "2025-H1");
  CHECK(previous.effective == on("2025-07-04"));
  CHECK(previous.rolled);
  CHECK(outline(previous) == Lines{"nominal 2025-07-05 DUE-NOMINAL-FIXED", "roll 2025-07-05 DUE-SATURDAY",
                                   "effective 2025-07-04 DUE-EFFECTIVE-PREVIOUS-NO-LAW"});
}

TEST_CASE("the earliest end of a term needs no calendar, and no term ends before it") {
  CHECK(earliest_end(fixed_day(5, 7), Period::parse("2050-H1"), std::nullopt) == on("2050-07-05"));
  CHECK(earliest_end(fixed_day(5, 7, Roll::previous_working_day), Period::parse("2050-H1"), std::nullopt) ==
        std::nullopt);
  CHECK(earliest_end({}, Period::parse("2050-H1"), std::nullopt) == std::nullopt);
  for (const Kind kind : {Kind::working_days_after_event, Kind::days_after_event, Kind::at_least_working_days}) {
    DueRule rule;
    rule.kind = kind;
    rule.count = 5;
    CHECK(earliest_end(rule, std::nullopt, std::nullopt) == std::nullopt);
    CHECK(earliest_end(rule, std::nullopt, on("2050-12-30")) == on("2051-01-04"));
    for (Date event = on("2026-01-01"); event < on("2026-12-01"); event = event.plus_days(1))
      CHECK(earliest_end(rule, std::nullopt, event) <= compute_due(rule, std::nullopt, event, shipped()).effective);
  }
  for (const Kind kind : {Kind::working_days_after_period, Kind::days_after_period, Kind::first_working_day}) {
    DueRule rule;
    rule.kind = kind;
    rule.count = 5;
    for (const char* text : {"2025-H1", "2025-H2", "2026-03", "2026-11"}) {
      const auto period = Period::parse(text);
      CHECK(earliest_end(rule, period, std::nullopt) <= compute_due(rule, period, std::nullopt, shipped()).effective);
    }
  }
}

TEST_CASE("a worked Sunday does not move a term") {
  for (const Roll roll : {Roll::same_day, Roll::next_working_day, Roll::previous_working_day}) {
    const DueDate due = due_for(fixed_day(5, 1, roll, 1), "2024-H2");
    CHECK(due.effective == on("2025-01-05"));
    CHECK_FALSE(due.rolled);
    CHECK(outline(due) ==
          Lines{"nominal 2025-01-05 DUE-NOMINAL-FIXED", "effective 2025-01-05 DUE-EFFECTIVE-WORKED-WEEKEND"});
    CHECK(due.steps[1].act.kk == "Еңбек министрлігінің G24G0000436 бұйрығы; python-holidays; energy-city.kz");
  }
}

TEST_CASE("the basis of the roll stands in the last step") {
  DueRule rule = fixed_day(5, 7);
  rule.roll_law = {"норма", "норма права", "rule of law"};
  const ExplanationStep stated = due_for(rule, "2025-H1").steps.back();
  CHECK(stated.text == Message("DUE-EFFECTIVE-NEXT", {{"law", rule.roll_law}, {"date", "08.07.2025"}}));
  CHECK(stated.act == rule.roll_law);
  rule.roll_assumed = true;
  CHECK(due_for(rule, "2025-H1").steps.back().text.key == "DUE-EFFECTIVE-NEXT-ASSUMED");
  const ExplanationStep unmoved = due_for(rule, "2024-H1").steps.back();
  CHECK(unmoved.text.key == "DUE-EFFECTIVE");
  CHECK(unmoved.act.empty());
}

TEST_CASE("a day of a month after the period") {
  const DueRule twentieth = after_period(20, 1);
  CHECK(due_for(twentieth, "2025-11").nominal == on("2025-12-20"));
  CHECK(due_for(twentieth, "2025-11").effective == on("2025-12-22"));
  CHECK(due_for(twentieth, "2025-12").nominal == on("2026-01-20"));
  CHECK(due_for(twentieth, "2026-Q4").nominal == on("2027-01-20"));
  CHECK(due_for(twentieth, "2026-Q4").computed_calendar);
  CHECK_FALSE(due_for(twentieth, "2026-Q3").computed_calendar);
  CHECK(due_for(after_period(15, 0), "2026-03").nominal == on("2026-03-15"));
  CHECK(due_for(after_period(1, 12), "2025").nominal == on("2026-12-01"));
  CHECK(due_for(after_period(20, 1), "2026-10").steps[0].text ==
        Message("DUE-NOMINAL-AFTER-PERIOD",
                {{"period", LocalText{"2026 жылғы қазан", "октябрь 2026 года", "October 2026"}},
                 {"day", "20"},
                 {"months", "1"},
                 {"date", "20.11.2026"}}));
}

TEST_CASE("a day that the month lacks is its last day") {
  const DueDate leap = due_for(after_period(31, 1), "2024-01");
  CHECK(leap.nominal == on("2024-02-29"));
  CHECK(leap.steps[0].text.key == "DUE-NOMINAL-AFTER-PERIOD-CLIPPED");
  CHECK(due_for(after_period(31, 1), "2025-01").nominal == on("2025-02-28"));
  CHECK(due_for(after_period(30, 1), "2025-03").nominal == on("2025-04-30"));
  CHECK(due_for(fixed_day(29, 2), "2025").nominal == on("2025-02-28"));
  CHECK(due_for(fixed_day(29, 2), "2025").steps[0].text.key == "DUE-NOMINAL-FIXED-CLIPPED");
  CHECK(due_for(fixed_day(29, 2), "2024").nominal == on("2024-02-29"));
}

TEST_CASE("a fixed day of another year") {
  CHECK(due_for(fixed_day(31, 10, Roll::next_working_day, -1), "2026").nominal == on("2025-10-31"));
  CHECK(due_for(fixed_day(1, 4, Roll::next_working_day, 1), "2025").effective == on("2026-04-01"));
}

TEST_CASE("the first working day of the year") {
  DueRule rule;
  rule.kind = Kind::first_working_day;
  const DueDate due = due_for(rule, "2025");
  CHECK(outline(due) == Lines{"nominal 2025-01-05 DUE-NOMINAL-FIRST-WORKING-DAY", "skip 2025-01-01 DUE-DAY-OFF",
                              "skip 2025-01-02 DUE-DAY-OFF", "skip 2025-01-03 DUE-DAY-OFF",
                              "skip 2025-01-04 DUE-SATURDAY", "count 2025-01-05 1 DUE-COUNT-WORKED-WEEKEND",
                              "effective 2025-01-05 DUE-EFFECTIVE-WORKED-WEEKEND"});
  CHECK(due_for(rule, "2026").effective == on("2026-01-05"));
  CHECK(due_for(rule, "2023").effective == on("2023-01-04"));
  CHECK(due_for(rule, "2027").computed_calendar);
}

TEST_CASE("working days after an event begin on the day after it") {
  const DueDate due = due_from(event_rule(Kind::working_days_after_event, 3), "2026-05-06");
  CHECK(due.nominal == on("2026-05-13"));
  CHECK(due.effective == on("2026-05-13"));
  CHECK(outline(due) == Lines{"nominal 2026-05-13 DUE-NOMINAL-WORKING-DAYS", "skip 2026-05-07 DUE-DAY-OFF",
                              "count 2026-05-08 1 DUE-COUNT", "skip 2026-05-09 DUE-SATURDAY",
                              "skip 2026-05-10 DUE-SUNDAY", "skip 2026-05-11 DUE-DAY-OFF",
                              "count 2026-05-12 2 DUE-COUNT", "count 2026-05-13 3 DUE-COUNT",
                              "effective 2026-05-13 DUE-EFFECTIVE"});
  const DueRule from_event = event_rule(Kind::working_days_after_event, 3, CountFrom::event_day);
  CHECK(due_from(from_event, "2026-05-06").effective == on("2026-05-12"));
  CHECK(due_from(from_event, "2026-05-09").effective == on("2026-05-14"));
}

TEST_CASE("calendar days after an event end on a working day") {
  const DueRule five = event_rule(Kind::days_after_event, 5);
  CHECK(due_from(five, "2026-05-04").nominal == on("2026-05-09"));
  CHECK(due_from(five, "2026-05-04").effective == on("2026-05-12"));
  CHECK(due_from(five, "2026-05-07").effective == on("2026-05-12"));
  const DueDate from_event = due_from(event_rule(Kind::days_after_event, 5, CountFrom::event_day), "2026-05-04");
  CHECK(from_event.effective == on("2026-05-08"));
  CHECK(from_event.steps[0].text ==
        Message("DUE-NOMINAL-DAYS-SAME-DAY",
                {{"count", "5"}, {"name", LocalText{}}, {"event", "04.05.2026"}, {"date", "08.05.2026"}}));
}

TEST_CASE("an explanation names the event and the act that leaves a day off unsettled") {
  const DueNames names{{"бекіту", "утверждение", "approval"}, {"3-тармақ", "пункт 3", "paragraph 3"}};
  const DueRule day = event_rule(Kind::days_after_event, 1, CountFrom::event_day);
  CHECK(compute_due(day, std::nullopt, on("2026-05-04"), shipped(), names).steps[0].text ==
        Message("DUE-NOMINAL-EVENT-DAY",
                {{"count", "1"}, {"name", names.event}, {"event", "04.05.2026"}, {"date", "04.05.2026"}}));
  DueRule fixed = fixed_day(5, 7);
  fixed.roll_law = {"норма", "норма права", "rule of law"};
  fixed.roll_assumed = true;
  CHECK(compute_due(fixed, Period::parse("2025"), std::nullopt, shipped(), names).steps.back().text ==
        Message("DUE-EFFECTIVE-NEXT-ASSUMED", {{"law", fixed.roll_law}, {"act", names.act}, {"date", "08.07.2025"}}));
}

TEST_CASE("terms after the end of the period count from the day after its last day") {
  const DueRule five = event_rule(Kind::working_days_after_period, 5);
  const DueDate working = due_for(five, "2026-04");  // 1 May is a holiday, 4–6 May are worked, 7 May is a holiday
  CHECK(working.steps[0].text == Message("DUE-NOMINAL-WORKING-DAYS-AFTER-PERIOD",
                                         {{"count", "5"},
                                          {"period", LocalText{"2026 жылғы сәуір", "апрель 2026 года", "April 2026"}},
                                          {"end", "30.04.2026"},
                                          {"date", working.nominal->dotted()}}));
  CHECK(working.effective == shipped_days(on("2026-05-01"), 5));
  CHECK(working.nominal == working.effective);
  CHECK_FALSE(working.rolled);

  const DueRule ten = event_rule(Kind::days_after_period, 10);
  const DueDate days = due_for(ten, "2026-Q3");
  CHECK(days.nominal == on("2026-10-10"));  // a Saturday
  CHECK(days.effective == on("2026-10-12"));
  CHECK(days.rolled);
  CHECK(days.steps[0].text.key == "DUE-NOMINAL-DAYS-AFTER-PERIOD");

  CHECK(compute_due(ten, std::nullopt, on("2026-10-10"), shipped()).steps[0].text.key == "DUE-PERIOD-AWAITED");
}

TEST_CASE("a window holds at least its working days") {
  const DueRule ten = event_rule(Kind::at_least_working_days, 10);
  const DueDate due = due_from(ten, "2026-03-06");
  CHECK(due.effective == on("2026-03-26"));
  CHECK(due.steps[0].text.key == "DUE-NOMINAL-WINDOW");
  CHECK(shipped().count_working(on("2026-03-06"), *due.effective) == 10);
  const DueRule same = event_rule(Kind::at_least_working_days, 10, CountFrom::event_day);
  CHECK(due_from(same, "2026-03-06").effective == on("2026-03-20"));
}

TEST_CASE("a rule without a date says why") {
  DueRule none;
  const DueDate silent = due_for(none, "2026");
  CHECK_FALSE(silent.nominal);
  CHECK_FALSE(silent.effective);
  CHECK(outline(silent) == Lines{"nominal DUE-NONE"});
  const DueRule rule = event_rule(Kind::working_days_after_event, 5);
  const DueDate waiting = compute_due(rule, Period::parse("2026"), std::nullopt, shipped());
  CHECK_FALSE(waiting.effective);
  CHECK(outline(waiting) == Lines{"nominal DUE-EVENT-AWAITED"});
  CHECK(outline(compute_due(fixed_day(5, 7), std::nullopt, on("2026-01-01"), shipped())) ==
        Lines{"nominal DUE-PERIOD-AWAITED"});
}

TEST_CASE("terms beyond the calendar are an error, however far") {
  for (const char* period : {"2028", "2019", "9999", "0001"}) {
    INFO(period);
    CHECK_THROWS_AS(due_for(fixed_day(5, 1, Roll::same_day), period), Error);
    CHECK_THROWS_AS(due_for(fixed_day(5, 1, Roll::next_working_day, 1), period), Error);
    CHECK_THROWS_AS(due_for(after_period(20, 1), period), Error);
  }
  CHECK_THROWS_AS(due_for(after_period(20, 1), "9999-12"), Error);
  CHECK_THROWS_AS(due_from(event_rule(Kind::working_days_after_event, 1000), "2027-01-01"), Error);
  CHECK_THROWS_AS(due_from(event_rule(Kind::days_after_event, 1), "9999-12-31"), Error);
}

TEST_CASE("days of delay are working days up to the first one on or after receipt, at least one") {
  const auto late = [](const char* effective, const char* received) {
    return working_days_late(on(effective), on(received), shipped());
  };
  CHECK(late("2026-11-20", "2026-11-20") == 0);
  CHECK(late("2026-11-20", "2026-11-01") == 0);
  CHECK(late("2026-11-20", "2026-11-21") == 1);  // Saturday: as received on Monday
  CHECK(late("2026-11-20", "2026-11-22") == 1);
  CHECK(late("2026-11-20", "2026-11-23") == 1);
  CHECK(late("2026-11-20", "2026-11-24") == 2);
  CHECK(late("2026-04-30", "2026-05-04") == 1);
  CHECK(late("2026-05-08", "2026-05-13") == 2);
  CHECK(late("2025-07-05", "2025-07-06") == 1);  // effective on a day off (same_day)
}

TEST_CASE("delay never falls as receipt moves on, and is never zero after the term") {
  for (Date due = on("2021-06-01"); due <= on("2027-06-01"); due = due.plus_days(3)) {
    int before = 0;
    for (int days = 1; days <= 30; ++days) {
      const int late = working_days_late(due, due.plus_days(days), shipped());
      if (late < 1 || late < before || late > days + 1) FAIL(due.iso() << " + " << days);
      before = late;
    }
  }
}

TEST_CASE("a window that is extended ends on the later day, and says so") {
  DueRule rule;
  rule.kind = DueRule::Kind::at_least_working_days;
  rule.count = 10;
  const auto& calendar = shipped();
  const DueDate least = compute_due(rule, std::nullopt, Date::parse_iso("2026-01-12"), calendar);
  REQUIRE(least.effective == Date::parse_iso("2026-01-26"));
  const Date last = *Date::parse_iso("2026-02-06");
  const DueDate longer = extended_to(least, last, Message("DUE-EXTENDED"), calendar);
  CHECK(longer.effective == last);
  CHECK(longer.nominal == least.effective);
  CHECK(longer.rolled);
  REQUIRE(longer.steps.size() == least.steps.size() + 1);
  const auto& said = longer.steps[longer.steps.size() - 2];
  CHECK(step_name(said.kind) == "extended");
  CHECK(said.date == last);
  CHECK(longer.steps.back().date == last);
  CHECK_THROWS_AS(extended_to(least, *Date::parse_iso("2099-01-01"), Message("DUE-EXTENDED"), calendar), Error);
}
