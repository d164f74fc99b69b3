// SPDX-License-Identifier: MIT
#include "calendar/period_in_text.h"

#include <catch2/catch.hpp>

using namespace esep;

namespace {

std::string periods(std::string_view text, std::optional<int> year = std::nullopt) {
  std::string out;
  for (const auto& one : calendar::periods_in_text(text, year)) {
    if (!out.empty()) out += " ";
    out += one.period.text();
  }
  return out;
}

}  // namespace

TEST_CASE("periods are found in what stands above a table", "[calendar]") {
  const auto [text, wanted] = GENERATE(Catch::Generators::table<std::string, std::string>({
      {"Отчёт о ходе работ за ноябрь 2026 года", "2026-11"},
      {"ОТЧЁТ ЗА НОЯБРЬ 2026 ГОДА", "2026-11"},
      {"2026 жылғы қараша айындағы есеп", "2026-11"},
      {"2026 жылғы қарашадағы ақпарат", "2026-11"},
      {"Информация (11.2026)", "2026-11"},
      {"Сведения за 2026-11 по форме", "2026-11"},
      {"за III квартал 2026 года", "2026-Q3"},
      {"2026 жылғы II жартыжылдық бойынша", "2026-H2"},
      {"План на 2028 год", "2028"},
      {"2028 жылға арналған жоспар", "2028"},
      {"с 1 по 30 ноября 2026 года", "2026-11"},
      {"01.11.2026 – 30.11.2026", "2026-11"},
      {"за январь – октябрь 2026 года", "2026-10"},
      {"за 10 месяцев 2026 года", "2026-10"},
      {"октябрь 2026 года, ранее – сентябрь 2026 года", "2026-10 2026-09"},
  }));
  INFO(text);
  CHECK(periods(text) == wanted);
}

TEST_CASE("days, spans of years and numbers of papers are no periods", "[calendar]") {
  const auto* const text =
      GENERATE("Приказ от 22 мая 2025 года № 241-НҚ", "2025 жылғы 22 мамырдағы № 241-НҚ бұйрық", "от 22.05.2025 № 12",
               "2025-05-22", "по состоянию на 1 ноября 2026 года", "на 2025–2027 годы", "2024–2028 жылдарға арналған",
               "Исх. № 10-2024/15", "NLEF-2025/01", "тел. 8 (7172) 74-20-24", "ноябрь", "2026", "мартовский отчёт", "");
  INFO(text);
  CHECK(periods(text) == (std::string_view(text) == "2026" ? "2026" : ""));
}

TEST_CASE("the last month of a span that does not begin with the year is told as such", "[calendar]") {
  const auto is_of_span = [](std::string_view text) {
    const auto found = calendar::periods_in_text(text);
    return found.size() == 1 && found.front().of_span && !found.front().sure;
  };
  CHECK(is_of_span("сентябрь-октябрь 2026"));
  CHECK(is_of_span("2026 жылғы қыркүйек – қазан"));
  CHECK_FALSE(is_of_span("январь – октябрь 2026"));
  CHECK_FALSE(is_of_span("за 10 месяцев 2026 года"));
  CHECK_FALSE(is_of_span("октябрь 2026"));
}

TEST_CASE("a part of a year without the year is found for the caller's year only", "[calendar]") {
  CHECK(periods("за ноябрь", 2026) == "2026-11");
  CHECK(periods("Сентябрь", 2026) == "2026-09");
  CHECK(periods("Лист1", 2026).empty());
}

TEST_CASE("the words beside a period are told, and whether it is all that is said", "[calendar]") {
  const auto found = calendar::periods_in_text("План на 2028 год для детей");
  REQUIRE(found.size() == 1);
  CHECK(found[0].before == "на");
  CHECK(found[0].after == "для");
  CHECK_FALSE(found[0].whole);
  CHECK(calendar::periods_in_text("2028 год").at(0).whole);
}
