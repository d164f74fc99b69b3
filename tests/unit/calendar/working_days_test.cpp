// SPDX-License-Identifier: MIT
#include "calendar/working_days.h"

#include <array>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "calendar_fixture.h"

using namespace esep;
using namespace esep::calendar;

namespace {

/// Published production calendars, checked month by month (docs/calendar.md).
constexpr std::array<std::array<int, 12>, 7> kWorkingDaysOfMonth{{
    {18, 20, 19, 22, 18, 22, 20, 21, 22, 21, 22, 20},  // 2021
    {18, 20, 19, 21, 19, 22, 20, 22, 22, 20, 22, 21},
    {20, 20, 19, 20, 20, 21, 20, 22, 21, 21, 22, 20},
    {21, 21, 17, 22, 20, 20, 22, 21, 21, 22, 21, 21},
    {20, 20, 17, 22, 19, 20, 22, 21, 21, 22, 20, 22},
    {19, 20, 18, 22, 17, 22, 22, 21, 22, 21, 21, 22},
    {18, 20, 18, 22, 18, 22, 21, 22, 22, 20, 22, 22},  // 2027
}};

const Date kFirst = on("2021-01-01");
const Date kLast = on("2027-12-31");

Message calendar_year_error(const std::string& iso) {
  try {
    static_cast<void>(shipped().is_working(on(iso.c_str())));
  } catch (const Error& error) {
    CHECK(error.hint().key == "CALENDAR-YEAR-HINT");
    return error.message();
  }
  return {};
}

}  // namespace

TEST_CASE("working days of all 84 months agree with the published balances") {
  CHECK(shipped().first_year() == 2021);
  CHECK(shipped().last_year() == 2027);
  for (int year = 2021; year <= 2027; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const Period p{PeriodKind::month, year, month};
      INFO(p.text());
      CHECK(shipped().count_working(p.first_day().plus_days(-1), p.last_day()) ==
            kWorkingDaysOfMonth.at(static_cast<size_t>(year - 2021)).at(static_cast<size_t>(month - 1)));
    }
  }
}

TEST_CASE("days that moved, holidays that are not carried over, holidays that came and went") {
  const auto off = [](const char* iso) { return !shipped().is_working(on(iso)); };
  CHECK(off("2025-07-07"));  // Capital Day on a Sunday, observed
  CHECK_FALSE(off("2025-07-08"));
  CHECK_FALSE(off("2025-01-05"));  // a worked Sunday
  CHECK(off("2025-01-03"));
  CHECK_FALSE(off("2024-06-17"));  // Kurban Ait on Sunday 16 June 2024 gives no Monday
  CHECK(off("2026-05-27"));        // Kurban Ait 2026
  CHECK(off("2025-06-06"));
  CHECK(off("2023-06-28"));
  CHECK_FALSE(off("2022-07-11"));
  CHECK_FALSE(off("2026-08-31"));  // 2026 has no Constitution Day at all
  CHECK_FALSE(off("2026-03-16"));
  CHECK(off("2027-03-15"));
  CHECK(off("2021-12-17"));
  CHECK_FALSE(off("2022-12-19"));
  CHECK_FALSE(off("2022-12-01"));
  CHECK(off("2022-05-10"));
  const ExceptionalDay* day = shipped().exception(on("2025-07-07"));
  REQUIRE(day != nullptr);
  CHECK(day->kind == DayKind::observed);
  CHECK(day->name.ru == "День Столицы (выходной за 06.07.2025)");
  CHECK(day->act.en == "Law 267-II art.5");
  CHECK_FALSE(day->computed);
  CHECK(shipped().exception(on("2025-07-08")) == nullptr);
}

TEST_CASE("as many weekend days are worked as weekdays are moved off in a year") {
  for (int year = 2021; year <= 2027; ++year) {
    int balance = 0;
    for (Date d = Date::from_ymd(year, 1, 1).value(); d.year() == year; d = d.plus_days(1)) {
      const ExceptionalDay* day = shipped().exception(d);
      if (day == nullptr) continue;
      if (day->kind == DayKind::weekend_moved_off) ++balance;
      if (day->kind == DayKind::working_weekend) --balance;
    }
    INFO(year);
    CHECK(balance == 0);
  }
}

TEST_CASE("2027 is computed by rule, the years before are not") {
  CHECK(shipped().is_computed(on("2027-06-15")));
  CHECK_FALSE(shipped().is_computed(on("2026-12-31")));
  CHECK_FALSE(shipped().is_computed(on("2028-01-01")));
  CHECK(shipped().exception(on("2027-07-06"))->computed);
}

TEST_CASE("adding n working days and counting them are inverse for every day of seven years") {
  for (Date d = kFirst; d <= on("2027-10-01"); d = d.plus_days(1)) {
    for (const int n : {1, 2, 3, 5, 10, 15, 40}) {
      const Date end = shipped().add_working(d, n);
      const bool holds = shipped().is_working(end) && end > d && shipped().count_working(d, end) == n &&
                         shipped().count_working(d, end.plus_days(-1)) == n - 1;
      if (!holds) FAIL(d.iso() << " + " << n << " = " << end.iso());
    }
  }
}

TEST_CASE("the next working day is the nearest one") {
  for (Date d = kFirst.plus_days(5); d <= on("2027-12-31"); d = d.plus_days(1)) {
    const bool working = shipped().is_working(d);
    const Date after = shipped().next_working(d);
    if (!shipped().is_working(after) || after < d || shipped().count_working(d, after) != (working ? 0 : 1))
      FAIL(d.iso());
  }
}

TEST_CASE("counting backwards gives nothing") {
  CHECK(shipped().count_working(on("2026-05-05"), on("2026-05-05")) == 0);
  CHECK(shipped().count_working(on("2026-05-05"), on("2026-05-01")) == 0);
}

TEST_CASE("a day beyond the calendar is an error that names the covered years") {
  CHECK(calendar_year_error("2028-01-01") ==
        Message("CALENDAR-YEAR", {{"date", "01.01.2028"}, {"from", "2021"}, {"to", "2027"}}));
  CHECK(calendar_year_error("2020-12-31") ==
        Message("CALENDAR-YEAR", {{"date", "31.12.2020"}, {"from", "2021"}, {"to", "2027"}}));
  CHECK(calendar_year_error("2027-12-31").empty());
  CHECK_THROWS_AS(shipped().add_working(kLast, 1), Error);
  CHECK_THROWS_AS(shipped().count_working(on("2027-12-30"), on("2028-01-05")), Error);
}
