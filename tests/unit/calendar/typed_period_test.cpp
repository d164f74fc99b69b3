// SPDX-License-Identifier: MIT
#include "calendar/typed_period.h"

#include <catch2/catch.hpp>

using namespace esep;
using calendar::parse_typed_period;
using calendar::Period;
using calendar::PeriodKind;

namespace {

std::string period(std::string_view typed) {
  const auto found = parse_typed_period(typed);
  return found ? found->text() : "none";
}

}  // namespace

TEST_CASE("every period is read from its own name in every language", "[calendar]") {
  for (const PeriodKind kind : {PeriodKind::month, PeriodKind::quarter, PeriodKind::half_year, PeriodKind::year}) {
    const auto from = calendar::Date::parse_iso("2024-01-01").value();
    const auto to = calendar::Date::parse_iso("2027-12-31").value();
    for (const Period& one : calendar::periods_between(kind, from, to)) {
      for (const Lang lang : {Lang::kk, Lang::ru, Lang::en}) {
        INFO(one.name(lang));
        CHECK(period(one.name(lang)) == one.text());
      }
      CHECK(period(one.text()) == one.text());
    }
  }
}

TEST_CASE("a period is read as people write it", "[calendar]") {
  const auto [typed, wanted] = GENERATE(table<std::string, std::string>({
      {"10.2026", "2026-10"},
      {"VI.2026", "2026-06"},
      {"ХІІ.2026", "2026-12"},
      {"ii/2026", "2026-02"},
      {"10/2026", "2026-10"},
      {" 2026 - 10 ", "2026-10"},
      {"октябрь 2026г.", "2026-10"},
      {"за ОКТЯБРЬ 2026 года", "2026-10"},
      {"октября 2026 года", "2026-10"},
      {"2026 ж. қазан айы", "2026-10"},
      {"2026 жылдың қазаны", "2026-10"},
      {"казан 2026", "2026-10"},
      {"май 2026", "2026-05"},
      {"мая 2026", "2026-05"},
      {"март 2026", "2026-03"},
      {"2026 жылғы мамыр", "2026-05"},
      {"2026 жылғы маусым", "2026-06"},
      {"Oct 2026", "2026-10"},
      {"2026 жылғы ІІ жартыжылдық", "2026-H2"},
      {"2026 жылдың екінші жартыжылдығы", "2026-H2"},
      {"1-е полугодие 2026 г.", "2026-H1"},
      {"второе полугодие 2026 года", "2026-H2"},
      {"H1 2026", "2026-H1"},
      {"3 кв. 2026", "2026-Q3"},
      {"IV квартал 2026 года", "2026-Q4"},
      {"I п/г 2026", "2026-H1"},
      {"2 п/г 2026 г.", "2026-H2"},
      {"I–VI 2026", "2026-H1"},
      {"VII - XII мес. 2026 г.", "2026-H2"},
      {"2026 год", "2026"},
      {"2026 ж.", "2026"},
      {"окт. 2026", "2026-10"},
      {"Окт 2026 г.", "2026-10"},
      {"2026 ж. қаз.", "2026-10"},
      {"сент. 2026", "2026-09"},
      {"2026 жылғы қазанда", "2026-10"},
      {"2026 жылдың қазан айы үшін", "2026-10"},
      {"за месяц октябрь 2026", "2026-10"},
      {"oктябpь 2026", "2026-10"},      // Latin o and p
      {"2026 жылғы қaзaн", "2026-10"},  // Latin a
      {"мaй 2026", "2026-05"},          // Latin a
      {"01.10.2026–31.10.2026", "2026-10"},
      {"с 01.10.2026 г. по 31.10.2026 г.", "2026-10"},
      {"2026-10-01 – 2026-10-31", "2026-10"},
      {"01.10–31.10.2026", "2026-10"},
      {"1 – 31 октября 2026", "2026-10"},
      {"15 октября 2026 года", "2026-10"},
      {"01.07.2026 - 31.12.2026", "2026-H2"},
      {"01.01.2026–31.12.2026", "2026"},
      {"январь–июнь 2026", "2026-H1"},
      {"июль - декабрь 2026 года", "2026-H2"},
      {"2026 жылғы қаңтар – маусым", "2026-H1"},
      {"2026 жылғы қаңтардан маусымға дейін", "2026-H1"},
      {"октябрь – декабрь 2026 (IV квартал)", "2026-Q4"},
      {"6 месяцев 2026 года", "2026-H1"},
      {"2026 жылғы 6 ай", "2026-H1"},
      {"за 3 месяца 2026", "2026-Q1"},
      {"12 месяцев 2026", "2026"},
      {"1 полугодие 2026", "2026-H1"},
      {"10-й месяц 2026", "2026-10"},
      {"2026 ж. 10-айы", "2026-10"},
      {"2026 жылғы 10-ай", "2026-10"},
      {"2026 жылдың 6-айы үшін", "2026-06"},
      {"2026 жылғы 10‑айда", "2026-10"},
      {"202610", "2026-10"},
      {"102026", "2026-10"},
      {"2026/10", "2026-10"},
      {"2026.10", "2026-10"},
  }));
  INFO(typed);
  CHECK(period(typed) == wanted);
}

TEST_CASE("what names no period, or more than one, is none", "[calendar]") {
  const auto* typed = GENERATE(
      "", "қазан", "10.26", "октябрь – ноябрь 2026", "2024 – 2026 жылдар", "13.2026", "00.2026", "5 квартал 2026",
      "3 полугодие 2026", "II 2026", "20261", "октябрь 2026, 2027", "soon", "за 10 месяцев 2026", "9 месяцев 2026 года",
      "2026 жылғы 10 ай", "2026 жылғы 10-айлық", "2026 жылғы 13-ай", "202613", "182610", "2026101",
      "октябрь, ноябрь 2026", "январь, июнь 2026", "01.10.2026–30.10.2026", "01.10.2026–31.11.2026",
      "январь – октябрь 2026", "32 октября 2026", "январь – июнь (II полугодие) 2026", "шесть месяцев 2026");
  INFO(typed);
  CHECK(period(typed) == "none");
}

TEST_CASE("a part of a year that is known needs no year", "[calendar]") {
  CHECK(parse_typed_period("октябрь", 2026)->text() == "2026-10");
  CHECK(parse_typed_period("I жартыжылдық", 2026)->text() == "2026-H1");
  CHECK(parse_typed_period("6 месяцев", 2026)->text() == "2026-H1");
  CHECK(parse_typed_period("қараша 2025", 2026)->text() == "2025-11");
  CHECK(parse_typed_period("10.26", 2026)->text() == "2026-10");
  CHECK(parse_typed_period("6/26", 2027)->text() == "2026-06");
  CHECK_FALSE(parse_typed_period("10.11", 2026));
  CHECK_FALSE(parse_typed_period("13.26", 2026));
  CHECK_FALSE(parse_typed_period("10", 2026));
  CHECK_FALSE(parse_typed_period("", 2026));
  CHECK_FALSE(parse_typed_period("—", 2026));
}

TEST_CASE("typed period: a letter at a number that is no word of a period makes it none") {
  for (const char* text :
       {"2026-1О", "1O.2026", "2026-1l", "2026-1а", "2026 1О", "01О.2026", "1б.2026", "2026 ж. 1О-айы", "2026-О9",
        "2027-З", "2027О", "2026-l", "2026-H2О", "1О-жартыжылдық 2026", "2026-Н1", "2О26", "2026-К1", "2026-Q1а"}) {
    INFO(text);
    CHECK_FALSE(parse_typed_period(text));
  }
  for (const auto& [text, period] :
       std::vector<std::pair<const char*, const char*>>{{"2026г.", "2026"},
                                                        {"10.2026г", "2026-10"},
                                                        {"2026ж. 2-жартыжылдық", "2026-H2"},
                                                        {"1го полугодия 2026", "2026-H1"},
                                                        {"1й квартал 2026", "2026-Q1"},
                                                        {"2кв 2026", "2026-Q2"},
                                                        {"I.2026", "2026-01"},
                                                        {"Q3 2026", "2026-Q3"}}) {
    INFO(text);
    const auto read = parse_typed_period(text);
    REQUIRE(read);
    CHECK(read->text() == period);
  }
}
