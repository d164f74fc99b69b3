// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/error.h"
#include "calendar/calendar_fixture.h"

using namespace esep;
using namespace esep::calendar;

namespace {

const char* const kFirstDay = "0001-01-01";
const char* const kLastDay = "9999-12-31";

template <typename Work>
std::string error_key(const Work& work) {
  try {
    work();
    return "no error";
  } catch (const Error& error) {
    return error.message().key;
  }
}

}  // namespace

TEST_CASE("the first and the last day there are") {
  CHECK(on(kFirstDay).year() == 1);
  CHECK(on(kLastDay).end_of_month() == on(kLastDay));
  CHECK(on(kLastDay).days() - on(kFirstDay).days() == 3652058);
  CHECK(on(kFirstDay).plus_days(3652058) == on(kLastDay));
  CHECK(on(kLastDay).plus_days(-3652058) == on(kFirstDay));
  // Beyond them the arithmetic goes on, the notation does not come back.
  CHECK(on(kLastDay).plus_days(1) > on(kLastDay));
  CHECK_FALSE(Date::parse_iso(on(kLastDay).plus_days(1).iso()));
  CHECK_FALSE(Date::parse_iso(on(kFirstDay).plus_days(-1).iso()));
  CHECK(LocalTime::parse("9999-12-31T23:59")->iso() == "9999-12-31T23:59");
  CHECK_FALSE(LocalTime::parse("9999-12-31T24:00"));
}

TEST_CASE("the first and the last period of each kind") {
  for (const char* text : {"0001-01", "0001-Q1", "0001-H1", "0001", "9999-12", "9999-Q4", "9999-H2", "9999"}) {
    INFO(text);
    const Period p = Period::parse(text).value();
    CHECK(p.text() == text);
    CHECK(p.first_day() <= p.last_day());
    CHECK(Period::containing(p.kind, p.first_day()) == p);
    CHECK(Period::containing(p.kind, p.last_day()) == p);
    CHECK(p.next().previous() == p);
    CHECK(p.previous().next() == p);
  }
  CHECK_FALSE(Period::parse(Period::parse("0001").value().previous().text()));
  CHECK_FALSE(Period::parse(Period::parse("9999-12").value().next().text()));
}

TEST_CASE("terms at either end of time are an error of the calendar, not a day") {
  for (const char* event : {kFirstDay, kLastDay}) {
    INFO(event);
    for (const auto kind : {DueRule::Kind::working_days_after_event, DueRule::Kind::days_after_event,
                            DueRule::Kind::at_least_working_days}) {
      CHECK(error_key([&] { (void)due_from(event_rule(kind, 366), event); }) == "CALENDAR-YEAR");
    }
  }
  for (const char* period : {"0001-01", "9999-12"}) {
    CHECK(error_key([&] { (void)due_for(after_period(31, 24), period); }) == "CALENDAR-YEAR");
    CHECK(error_key([&] { (void)due_for(fixed_day(31, 12, Roll::previous_working_day, 5), period); }) ==
          "CALENDAR-YEAR");
  }
  CHECK(error_key([&] { (void)shipped().next_working(on(kLastDay)); }) == "CALENDAR-YEAR");
  CHECK(error_key([&] { (void)shipped().count_working(on(kFirstDay), on(kLastDay)); }) == "CALENDAR-YEAR");
}
