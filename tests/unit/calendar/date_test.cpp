// SPDX-License-Identifier: MIT
#include "calendar/date.h"

#include <catch2/catch.hpp>

using esep::calendar::Date;
using esep::calendar::LocalTime;

TEST_CASE("a date knows its parts, its weekday and both notations") {
  const auto date = Date::parse_iso("2026-11-21");
  REQUIRE(date);
  CHECK(date->year() == 2026);
  CHECK(date->month() == 11);
  CHECK(date->day() == 21);
  CHECK(date->weekday() == 6);
  CHECK(date->iso() == "2026-11-21");
  CHECK(date->dotted() == "21.11.2026");
  CHECK(Date::from_ymd(1970, 1, 1)->days() == 0);
  CHECK(Date::from_ymd(1970, 1, 1)->weekday() == 4);
  CHECK(Date::from_ymd(7, 3, 2)->dotted() == "02.03.0007");
}

TEST_CASE("only exact ISO dates are read") {
  for (const char* text : {"",
                           "2026",
                           "2026-1-1",
                           "2026-11-2",
                           "26-11-21",
                           "2026-11-021",
                           " 2026-11-21",
                           "2026-11-21 ",
                           "2026/11/21",
                           "2026.11.21",
                           "21.11.2026",
                           "+026-11-21",
                           "-026-11-21",
                           "2026-11-21T00:00",
                           "2026-00-10",
                           "2026-13-01",
                           "2026-01-00",
                           "2026-01-32",
                           "2026-04-31",
                           "2026-02-29",
                           "2026-02-30",
                           "0000-01-01",
                           "2O26-11-21",
                           "２026-11-"}) {
    INFO(text);
    CHECK_FALSE(Date::parse_iso(text));
  }
  CHECK(Date::parse_iso("0001-01-01"));
  CHECK(Date::parse_iso("9999-12-31"));
}

TEST_CASE("leap years follow the Gregorian rule") {
  for (const int year : {2000, 2024, 2028, 2400}) {
    INFO(year);
    CHECK(Date::from_ymd(year, 2, 29));
    CHECK(Date::from_ymd(year, 2, 1)->end_of_month().day() == 29);
    CHECK(Date::from_ymd(year, 2, 28)->plus_days(1).iso() == std::to_string(year) + "-02-29");
  }
  for (const int year : {1900, 2021, 2026, 2100}) {
    INFO(year);
    CHECK_FALSE(Date::from_ymd(year, 2, 29));
    CHECK(Date::from_ymd(year, 2, 1)->end_of_month().day() == 28);
  }
}

TEST_CASE("every day of eighty years comes back from its notation, and weekdays run on") {
  Date day = Date::from_ymd(1970, 1, 1).value();
  unsigned weekday = day.weekday();
  for (int i = 0; i < 80 * 365; ++i, day = day.plus_days(1), weekday = weekday % 7 + 1) {
    const bool same = Date::parse_iso(day.iso()) == day && day.weekday() == weekday &&
                      Date::from_ymd(day.year(), day.month(), day.day()) == day;
    if (!same) FAIL(day.iso());
  }
}

TEST_CASE("impossible numbers are no dates") {
  CHECK_FALSE(Date::from_ymd(2026, 257, 1));
  CHECK_FALSE(Date::from_ymd(2026, 1, 257));
  CHECK_FALSE(Date::from_ymd(0, 1, 1));
  CHECK_FALSE(Date::from_ymd(10000, 1, 1));
  CHECK_FALSE(Date::from_ymd(-5, 1, 1));
}

TEST_CASE("local time is read to the minute and nothing else is") {
  const auto time = LocalTime::parse("2026-11-18T16:05");
  REQUIRE(time);
  CHECK(time->date.iso() == "2026-11-18");
  CHECK(time->minute == 16 * 60 + 5);
  CHECK(time->iso() == "2026-11-18T16:05");
  CHECK(LocalTime::parse("2026-11-18")->iso() == "2026-11-18T00:00");
  CHECK(LocalTime::parse("2026-11-18T23:59")->minute == 1439);
  for (const char* text : {"", "2026-11-18T", "2026-11-18T24:00", "2026-11-18T23:60", "2026-11-18T1:05",
                           "2026-11-18 16:05", "2026-11-18T16:05:00", "2026-11-18T16:05Z", "2026-11-31T16:05",
                           "2026-11-18t16:05", "2026-11-18T-1:05", "16:05"}) {
    INFO(text);
    CHECK_FALSE(LocalTime::parse(text));
  }
  CHECK(*LocalTime::parse("2026-11-18T16:05") < *LocalTime::parse("2026-11-18T16:06"));
  CHECK(*LocalTime::parse("2026-11-18T23:59") < *LocalTime::parse("2026-11-19"));
}
