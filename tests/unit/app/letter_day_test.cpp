// SPDX-License-Identifier: MIT
// A letter of recommendations is the letter of its day: printed again it states what was stated then, and in one line
// what has happened since.
#include <catch2/catch.hpp>

#include "app/orchard_fixture.h"
#include "app/review/desk.h"
#include "app/review/recommendation_letter.h"

using namespace esep;
using orchard_fixture::Orchards;

namespace {

registry::Actor by(const char* user, const char* at) { return {user, *calendar::LocalTime::parse(at)}; }

void at_desk(const Orchards& orchards, const std::function<void(app::ReviewDesk&)>& steps) {
  app::Engine engine = orchards.engine();
  app::ReviewDesk desk(engine);
  steps(desk);
}

// The day in the file's metadata, and in the letter's heading.
std::string days_of(const Orchards& orchards) {
  app::Engine engine = orchards.engine();
  const auto letter = app::make_recommendation_letter(engine, engine.registry().find("S-000001"), Lang::ru);
  std::string out = letter.dated.dotted();
  for (const auto& block : letter.sections.front().blocks) {
    const auto* fields = std::get_if<document::Fields>(&block);
    if (fields == nullptr) continue;
    for (const auto& field : fields->fields) {
      if (field.label == "Дата") out += " " + form::canonical_text(field.value);
    }
  }
  return out;
}

// What has happened since, and what stands in the rows of the recommendations.
std::string told_of(const Orchards& orchards) {
  app::Engine engine = orchards.engine();
  const auto letter = app::make_recommendation_letter(engine, engine.registry().find("S-000001"), Lang::ru);
  std::string out;
  for (const auto& block : letter.sections.front().blocks) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block);
    if (paragraph != nullptr && paragraph->emphasis == document::Emphasis::warning) out += paragraph->text + "\n";
    const auto* table = std::get_if<document::Table>(&block);
    if (table == nullptr) continue;
    const auto rows = table->rows();
    document::Row row;
    while (rows->next(row))
      out += form::canonical_text(row.cells[1].value) + ": " + form::canonical_text(row.cells[3].value) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("a letter bears the day of its deed, and tells in one line what has happened since", "[app]") {
  const Orchards orchards;
  REQUIRE(orchards.submit("KZ-11", "draft", "B-3;Өрік;3;1\n") == "S-000001");  // 3 November
  at_desk(orchards, [](auto& desk) {
    desk.open("S-000001", std::nullopt, by("reviewer", "2026-11-05T09:00"));
    desk.recommend("S-000001", {}, "Уточните тонны.", *calendar::Date::parse_iso("2026-12-01"),
                   by("reviewer", "2026-11-06T09:00"));
  });
  CHECK(days_of(orchards) == "06.11.2026 06.11.2026");
  CHECK(told_of(orchards) == "R-000001: Уточните тонны.\n");
  at_desk(orchards, [](auto& desk) {
    desk.answer("R-000001", "Уточнили.", by("tester", "2026-11-09T09:00"));
    desk.close("R-000001", "Уточнено", by("reviewer", "2026-11-10T09:00"));
  });
  CHECK(days_of(orchards) == "06.11.2026 06.11.2026");
  CHECK(told_of(orchards) ==
        "С даты письма: на рекомендацию R-000001 дан ответ 09.11.2026; рекомендация R-000001 закрыта 10.11.2026 "
        "(Уточнено).\nR-000001: Уточните тонны.\n");
  // The return is a deed of its own: its letter tells of what was closed until then.
  at_desk(orchards, [](auto& desk) { desk.send_back("S-000001", "Нет тонн.", by("reviewer", "2026-11-11T09:00")); });
  CHECK(days_of(orchards) == "11.11.2026 11.11.2026");
  const std::string rows = "R-000001: Уточните тонны.\nЗакрыта 10.11.2026: Уточнено\n";
  CHECK(told_of(orchards) == rows);
  REQUIRE(orchards.submit("KZ-11", "draft", "B-3;Өрік;3;2\n") == "S-000002");
  at_desk(orchards, [](auto& desk) { desk.withdraw("S-000001", "Ошибка", by("tester", "2026-11-20T09:00")); });
  CHECK(days_of(orchards) == "11.11.2026 11.11.2026");
  CHECK(told_of(orchards) ==
        "С даты письма: 03.11.2026 поступила редакция 2 отчёта (S-000002); отчёт отозван 20.11.2026 (причина: "
        "Ошибка).\n" +
            rows);
}
