// SPDX-License-Identifier: MIT
#include "calendar/period.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace esep;
using namespace esep::calendar;

namespace {

const std::vector<PeriodKind> kAllKinds{PeriodKind::month, PeriodKind::quarter, PeriodKind::half_year,
                                        PeriodKind::year};

Date day(const char* iso) { return Date::parse_iso(iso).value(); }

std::vector<std::string> texts_of(const std::vector<Period>& periods) {
  std::vector<std::string> out;
  for (const auto& p : periods) out.push_back(p.text());
  return out;
}

}  // namespace

TEST_CASE("periods are read and written in one notation") {
  for (const char* text : {"2026-01", "2026-10", "2026-12", "2026-Q1", "2026-Q4", "2026-H1", "2026-H2", "2026"}) {
    INFO(text);
    REQUIRE(Period::parse(text));
    CHECK(Period::parse(text)->text() == text);
  }
  for (const char* text :
       {"",        "26",      "202",     "20266",   "2026-",   "2026-1",  "2026-00",    "2026-13",  "2026-Q0",
        "2026-Q5", "2026-H0", "2026-H3", "2026-q1", "2026-h2", "2026Q1",  "2026-10-01", "2026-Q11", "2026 ",
        " 2026",   "0000",    "0000-Q1", "-026",    "2026-Q",  "2026-+1", "2026/10",    "2026-M1"}) {
    INFO(text);
    CHECK_FALSE(Period::parse(text));
  }
}

TEST_CASE("a period knows its first and last day") {
  const auto days = [](const char* text) {
    const Period p = Period::parse(text).value();
    return p.first_day().iso() + " " + p.last_day().iso();
  };
  CHECK(days("2026-02") == "2026-02-01 2026-02-28");
  CHECK(days("2024-02") == "2024-02-01 2024-02-29");
  CHECK(days("2026-Q1") == "2026-01-01 2026-03-31");
  CHECK(days("2026-Q4") == "2026-10-01 2026-12-31");
  CHECK(days("2026-H1") == "2026-01-01 2026-06-30");
  CHECK(days("2026-H2") == "2026-07-01 2026-12-31");
  CHECK(days("2026") == "2026-01-01 2026-12-31");
  CHECK(days("9999-12") == "9999-12-01 9999-12-31");
}

TEST_CASE("periods of a kind follow each other without a gap, and every day is in exactly one") {
  for (const PeriodKind kind : kAllKinds) {
    Period p = Period::containing(kind, day("2019-12-31"));
    for (int i = 0; i < 120; ++i, p = p.next()) {
      INFO(p.text());
      REQUIRE(p.next().first_day() == p.last_day().plus_days(1));
      REQUIRE(p.next().previous() == p);
      REQUIRE(p < p.next());
      REQUIRE(Period::containing(kind, p.first_day()) == p);
      REQUIRE(Period::containing(kind, p.last_day()) == p);
      REQUIRE(Period::parse(p.text()) == p);
    }
  }
}

TEST_CASE("period names are grammatical in the three languages") {
  const auto names = [](const char* text) {
    const Period p = Period::parse(text).value();
    return std::vector<std::string>{p.name(Lang::kk), p.name(Lang::ru), p.name(Lang::en)};
  };
  using Names = std::vector<std::string>;
  CHECK(names("2026-10") == Names{"2026 жылғы қазан", "октябрь 2026 года", "October 2026"});
  CHECK(names("2024-02") == Names{"2024 жылғы ақпан", "февраль 2024 года", "February 2024"});
  CHECK(names("2026-Q4") == Names{"2026 жылғы IV тоқсан", "IV квартал 2026 года", "Q4 2026"});
  CHECK(names("2026-H2") == Names{"2026 жылғы II жартыжылдық", "II полугодие 2026 года", "H2 2026"});
  CHECK(names("2026") == Names{"2026 жыл", "2026 год", "2026"});
}

TEST_CASE("periods between two days are those that overlap them") {
  CHECK(texts_of(periods_between(PeriodKind::month, day("2025-12-31"), day("2026-02-01"))) ==
        std::vector<std::string>{"2025-12", "2026-01", "2026-02"});
  CHECK(texts_of(periods_between(PeriodKind::quarter, day("2026-03-31"), day("2026-04-01"))) ==
        std::vector<std::string>{"2026-Q1", "2026-Q2"});
  CHECK(texts_of(periods_between(PeriodKind::half_year, day("2024-01-01"), day("2024-12-31"))) ==
        std::vector<std::string>{"2024-H1", "2024-H2"});
  CHECK(texts_of(periods_between(PeriodKind::year, day("2026-05-05"), day("2026-05-05"))) ==
        std::vector<std::string>{"2026"});
  CHECK(periods_between(PeriodKind::month, day("2026-02-01"), day("2026-01-31")).empty());
  CHECK(texts_of(periods_between(PeriodKind::month, day("9999-12-01"), day("9999-12-31"))) ==
        std::vector<std::string>{"9999-12"});
}

TEST_CASE("period kinds have one word each") {
  for (const PeriodKind kind : kAllKinds) CHECK(period_kind_from(period_kind_name(kind)) == kind);
  CHECK_FALSE(period_kind_from("monthly"));
  CHECK_FALSE(period_kind_from("Month"));
  CHECK_FALSE(period_kind_from(""));
}
