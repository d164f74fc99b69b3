// SPDX-License-Identifier: MIT
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"
#include "calendar_fixture.h"

using namespace esep;
using namespace esep::calendar;

namespace {

const std::string kHead = "date,kind,name_kk,name_ru,name_en,source\n";

/// A year that is long enough not to be warned of.
std::string ten_days(int year) {
  std::string text;
  int found = 0;
  for (Date d = Date::from_ymd(year, 11, 1).value(); found < 10; d = d.plus_days(1)) {
    if (d.weekday() > 5) continue;
    text += d.iso() + ",public_holiday,Мереке,Праздник,Holiday,Act\n";
    ++found;
  }
  return text;
}

/// "error 12:5 CODE" per diagnostic.
std::vector<std::string> problems(const std::string& lines) {
  Diagnostics diagnostics;
  static_cast<void>(WorkingDays::from_csv("office.csv", kHead + ten_days(2026) + lines, diagnostics));
  std::vector<std::string> out;
  for (const auto& d : diagnostics) {
    CHECK(d.code == d.message.key);
    out.push_back(std::string(severity_name(d.severity)) + " " + std::to_string(d.line) + ":" +
                  std::to_string(d.column) + " " + d.code);
  }
  return out;
}

using Problems = std::vector<std::string>;

}  // namespace

TEST_CASE("the shipped calendar has nothing wrong") {
  Diagnostics diagnostics;
  static_cast<void>(WorkingDays::from_csv("kz.csv", shipped_csv(), diagnostics));
  CHECK(diagnostics.empty());
}

TEST_CASE("every wrong line is a diagnostic with its line and column, and the others are still read") {
  CHECK(problems("2026-02-30,public_holiday,а,б,c,Act\n") == Problems{"error 12:1 CALENDAR-DATE"});
  CHECK(problems("17.05.2026,public_holiday,а,б,c,Act\n") == Problems{"error 12:1 CALENDAR-DATE"});
  CHECK(problems("2026-05-07,holyday,а,б,c,Act\n") == Problems{"error 12:12 CALENDAR-KIND"});
  CHECK(problems("2026-05-07,working_weekend,а,б,c,Act\n") == Problems{"error 12:12 CALENDAR-WORKED-WEEKDAY"});
  CHECK(problems("2026-05-09,public_holiday,а,б,c,Act\n") == Problems{"error 12:12 CALENDAR-OFF-WEEKEND"});
  CHECK(problems("2026-05-10,observed,а,б,c,Act\n") == Problems{"error 12:12 CALENDAR-OFF-WEEKEND"});
  CHECK(problems("2026-05-10,weekend_moved_off,а,б,c,Act\n") == Problems{"error 12:12 CALENDAR-OFF-WEEKEND"});
  CHECK(problems("2026-05-07,public_holiday,,б,c,Act\n") == Problems{"error 12:1 CALENDAR-NAME"});
  CHECK(problems("2026-05-07,public_holiday,а, ,c,Act\n") == Problems{"error 12:1 CALENDAR-NAME"});
  CHECK(problems("2026-05-07,public_holiday,а,б,,Act\n").empty());
  CHECK(problems("2026-05-07,public_holiday,а,б,c,\n") == Problems{"error 12:1 CALENDAR-SOURCE"});
  CHECK(problems("2026-05-07,ordinary,,,,Act\n") == Problems{"warning 12:12 CALENDAR-NOTHING-TO-TAKE-BACK"});
  CHECK(problems("2026-05-07,public_holiday,а,б,c,Act\n2026-05-07,observed,а,б,c,Act\n") ==
        Problems{"error 13:1 CALENDAR-DUPLICATE"});
  CHECK(problems("x,y,а,б,c,Act\n2026-05-07,public_holliday,а,б,c,Act\n") ==
        Problems{"error 12:1 CALENDAR-DATE", "error 13:12 CALENDAR-KIND"});
}

TEST_CASE("a diagnostic shows the line, the earlier line and the word that was meant") {
  Diagnostics diagnostics;
  const auto calendar = WorkingDays::from_csv(
      "office.csv", kHead + ten_days(2026) + "2026-05-07,public_holliday,а,б,c,Act\r\n2026-11-02,observed,а,б,c,Act\n",
      diagnostics);
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].file == "office.csv");
  CHECK(diagnostics[0].source_line == "2026-05-07,public_holliday,а,б,c,Act");
  CHECK(diagnostics[0].did_you_mean == "public_holiday");
  CHECK(diagnostics[1].message == Message("CALENDAR-DUPLICATE", {{"date", "02.11.2026"}, {"line", "2"}}));
  CHECK(calendar.exception(on("2026-11-02"))->kind == DayKind::public_holiday);
  CHECK(calendar.is_working(on("2026-05-07")));
}

TEST_CASE("a year with few days off and a gap between years are noticed, a wild year does not flood the list") {
  Diagnostics diagnostics;
  const auto calendar = WorkingDays::from_csv(
      "office.csv", kHead + ten_days(2026) + "2028-01-03,public_holiday,а,б,c,Act\n", diagnostics);
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].message == Message("CALENDAR-GAP", {{"from", "2027"}, {"to", "2027"}}));
  CHECK(diagnostics[0].severity == Severity::error);
  CHECK(diagnostics[1].message == Message("CALENDAR-FEW-DAYS", {{"year", "2028"}, {"count", "1"}}));
  CHECK(diagnostics[1].severity == Severity::warning);
  CHECK_FALSE(calendar.covers(2027));
  CHECK_THROWS_AS(calendar.is_working(on("2027-05-05")), Error);

  diagnostics.clear();
  static_cast<void>(WorkingDays::from_csv(
      "office.csv", kHead + ten_days(2026) + "9026-01-03,public_holiday,а,б,c,Act\n", diagnostics));
  CHECK(diagnostics.size() == 2);
}

TEST_CASE("an empty calendar is an error and covers nothing") {
  for (const std::string& text : {std::string(), kHead, kHead + "2026-05-09,working_weekend,а,б,c,Act\n"}) {
    Diagnostics diagnostics;
    const auto calendar = WorkingDays::from_csv("office.csv", text, diagnostics);
    INFO(text);
    CHECK(has_errors(diagnostics));
    CHECK(diagnostics.back().code == "CALENDAR-EMPTY");
    CHECK_THROWS_AS(calendar.is_working(on("2026-05-05")), Error);
  }
}

TEST_CASE("a missing column is a diagnostic and hostile bytes are no crash") {
  Diagnostics diagnostics;
  static_cast<void>(WorkingDays::from_csv("office.csv", "date,kind\n2026-05-07,public_holiday\n", diagnostics));
  CHECK(has_errors(diagnostics));
  for (const std::string& text :
       {std::string("\xff\xfe\x00", 3), std::string("\"", 1), std::string(1000, ','), kHead + "\"2026-05-07",
        kHead + "2026-05-07,public_holiday\n", kHead + std::string("\0,\0,\0\n", 6), kHead + "\xd0,\xd0,\xd0,,,\n"}) {
    diagnostics.clear();
    static_cast<void>(WorkingDays::from_csv("office.csv", text, diagnostics));
    CHECK(has_errors(diagnostics));
  }
}

TEST_CASE("a later file wins, and ordinary takes a line back") {
  Diagnostics diagnostics;
  const std::string office = kHead +
                             "2027-05-17,public_holiday,Құрбан айттың бірінші күні,Первый день Курбан-айта,,ДУМК\n"
                             "2027-07-06,public_holiday,Астана күні,День Столицы,,Official calendar 2027\n"
                             "2027-12-16,public_holiday,Тәуелсіздік күні,День Независимости,,Official calendar 2027\n"
                             "2027-05-10,ordinary,,,,Order\n"
                             "2027-05-15,working_weekend,Жұмыс күні,Рабочий день,,Order\n";
  const auto calendar = WorkingDays::from_files(
      {{"data/calendar/kz.csv", "data/calendar/kz.csv", shipped_csv()}, {"x", "office.csv", office}}, diagnostics);
  CHECK(diagnostics.empty());
  CHECK_FALSE(calendar.is_working(on("2027-05-17")));
  CHECK(calendar.is_working(on("2027-05-10")));
  CHECK(calendar.is_working(on("2027-05-15")));
  CHECK(calendar.exception(on("2027-07-06"))->act.ru == "Official calendar 2027");
  CHECK_FALSE(calendar.exception(on("2027-07-06"))->computed);
  CHECK(calendar.is_computed(on("2027-07-06")));
  CHECK(shipped().is_working(on("2027-05-17")));
}

TEST_CASE("a term that only its roll takes into a computed year rests on that year") {
  Diagnostics diagnostics;
  const std::string computed = kHead + "2024-01-02,public_holiday,Жаңа жыл,Новый год,,computed; Law\n";
  const auto calendar = WorkingDays::from_files({{"a", "a.csv", shipped_csv()}, {"b", "b.csv", computed}}, diagnostics);
  const auto due = [&](Roll roll) {
    return compute_due(fixed_day(31, 12, roll), Period::parse("2023"), std::nullopt, calendar);
  };
  CHECK(due(Roll::next_working_day).effective == on("2024-01-03"));
  CHECK(due(Roll::next_working_day).computed_calendar);
  CHECK_FALSE(due(Roll::previous_working_day).computed_calendar);
}

TEST_CASE("a calendar file of a workspace wins over the embedded one, whatever it is called") {
  const std::filesystem::path root = std::filesystem::temp_directory_path() / "esep_calendar_overlay";
  const std::string line = "2027-05-10,ordinary,,,,Order\n2027-05-17,public_holiday,Құрбан айт,Курбан-айт,,ДУМК\n";
  for (const char* name : {"2027.csv", "office.csv"}) {
    INFO(name);
    std::filesystem::create_directories(root / "data" / "calendar");
    write_file_atomically(root / "data" / "calendar" / name, kHead + line);
    datafile::Library library;
    library.add_overlay(root);
    Diagnostics diagnostics;
    const auto calendar = WorkingDays::load(library, diagnostics);
    std::filesystem::remove_all(root);
    CHECK(diagnostics.empty());
    CHECK(calendar.first_year() == 2021);
    CHECK(calendar.last_year() == 2027);
    CHECK_FALSE(calendar.is_working(on("2027-05-17")));
    CHECK(calendar.is_working(on("2027-05-10")));
    CHECK_FALSE(calendar.is_working(on("2025-07-07")));
  }
}
