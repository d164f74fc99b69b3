// SPDX-License-Identifier: MIT
// The day on a letter of recommendations: it is not older than what the letter tells.
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

}  // namespace

TEST_CASE("a letter bears the day of the last thing that it tells", "[app]") {
  const Orchards orchards;
  REQUIRE(orchards.submit("KZ-11", "draft", "B-3;Өрік;3;1\n") == "S-000001");  // 3 November
  at_desk(orchards, [](auto& desk) {
    desk.open("S-000001", std::nullopt, by("reviewer", "2026-11-05T09:00"));
    desk.recommend("S-000001", {}, "Уточните тонны.", *calendar::Date::parse_iso("2026-12-01"),
                   by("reviewer", "2026-11-06T09:00"));
  });
  CHECK(days_of(orchards) == "06.11.2026 06.11.2026");
  at_desk(orchards, [](auto& desk) { desk.close("R-000001", "Уточнено.", by("reviewer", "2026-11-10T09:00")); });
  CHECK(days_of(orchards) == "10.11.2026 10.11.2026");
  at_desk(orchards, [](auto& desk) { desk.send_back("S-000001", "Нет тонн.", by("reviewer", "2026-11-11T09:00")); });
  at_desk(orchards, [](auto& desk) { desk.withdraw("S-000001", "Ошибка", by("tester", "2026-11-20T09:00")); });
  CHECK(days_of(orchards) == "20.11.2026 20.11.2026");
}
