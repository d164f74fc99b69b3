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
      {"2026 год", "2026"},
      {"2026 ж.", "2026"},
  }));
  INFO(typed);
  CHECK(period(typed) == wanted);
}

TEST_CASE("what names no period, or more than one, is none", "[calendar]") {
  const auto* typed =
      GENERATE("", "қазан", "10.26", "октябрь – ноябрь 2026", "2024 – 2026 жылдар", "13.2026", "00.2026",
               "5 квартал 2026", "3 полугодие 2026", "II 2026", "20261", "октябрь 2026, 2027", "soon");
  INFO(typed);
  CHECK(period(typed) == "none");
}
