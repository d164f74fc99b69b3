// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "app/core/duty_of.h"
#include "app/core/edition_of.h"
#include "app/core/key_checks.h"
#include "app/orchard_fixture.h"

using namespace esep;
using orchard_fixture::Orchards;

namespace {

const report::ReportKey kVisit{"visit", "", "KZ-10", "B-1", "", 1};

// Handed in within five working days of an event.
const std::string kVisitForm = R"toml(form = "visit"
edition = "2026-01"
subject = "orchards"
provenance = "own"
title = { kk = "Бару", ru = "Посещение" }
law = { kk = "1-бұйрық", ru = "Приказ 1" }
in_force = { from = 2026-01-01, to = 2026-10-31 }
column = [ { id = "note", number = "1", title = { kk = "Ескерту", ru = "Заметка" } } ]
[[obligation]]
id = "visit"
title = { kk = "Бару", ru = "Посещение" }
subject_register = "orchards"
event = "opened"
due = { working_days_after_event = 5 }
accept_from = "always"
law = { kk = "3-тармақ", ru = "пункт 3" }
)toml";

void write_visits(const Orchards& orchards) {
  orchards.write("forms/visit.2026-01.toml", kVisitForm);
  std::string second = kVisitForm;
  second.replace(second.find("2026-01\""), 8, "2026-11\"");
  const std::string force = "{ from = 2026-01-01, to = 2026-10-31 }";
  second.replace(second.find(force), force.size(), "{ from = 2026-11-01 }");
  orchards.write("forms/visit.2026-11.toml", second);
}

std::string codes(app::Engine& engine, const form::FormDefinition& form, const report::ReportKey& key) {
  std::vector<std::string> out;
  for (const auto& problem : app::naming_problems(engine, form, key)) out.push_back(problem.code);
  return join(out, " ");
}

}  // namespace

TEST_CASE("a report that an event calls for answers to its duty on whatever day it comes", "[app]") {
  const Orchards orchards;
  write_visits(orchards);
  app::Engine before = orchards.engine();
  REQUIRE(app::duty_of(before, kVisit));
  CHECK_FALSE(app::duty_of(before, kVisit)->event_date);
  CHECK_FALSE(app::duty_of(before, {"visit", "", "KZ-11", "B-1", "", 1}));
  CHECK_FALSE(app::duty_of(before, {"visit", "", "KZ-10", "B-1", "", 2}));
  orchards.event("B-1", "KZ-10", "2026-10-05");
  app::Engine engine = orchards.engine();
  const auto duty = app::duty_of(engine, kVisit);
  REQUIRE(duty);
  CHECK(duty->due.effective->iso() == "2026-10-12");
  CHECK(app::duties_like(engine, {"visit", "", "KZ-10", "", "", 1}).size() == 2);
}

TEST_CASE("its edition is that of the event's day, else of the day told, else the newest", "[app]") {
  const Orchards orchards;
  write_visits(orchards);
  orchards.event("B-1", "KZ-10", "2026-10-05");
  app::Engine engine = orchards.engine();
  const auto november = calendar::Date::parse_iso("2026-11-20");
  CHECK(app::edition_of(engine, kVisit, november).edition == "2026-01");
  CHECK(app::edition_of(engine, {"visit", "", "KZ-10", "B-2", "", 1}, november).edition == "2026-11");
  CHECK(
      app::edition_of(engine, {"visit", "", "KZ-10", "B-2", "", 1}, calendar::Date::parse_iso("2026-10-01")).edition ==
      "2026-01");
  CHECK(app::edition_of(engine, {"visit", "", "", "", "", 1}, std::nullopt).edition == "2026-11");
  CHECK_THAT(error_of([&] {
               (void)app::edition_of(engine, {"visits", "", "", "", "", 1}, std::nullopt);
             }),
             Catch::Contains("FORM-UNKNOWN"));
}

TEST_CASE("what is wrong with a key is told in its order", "[app]") {
  const Orchards orchards;
  write_visits(orchards);
  app::Engine engine = orchards.engine();
  const auto& harvest = engine.catalog().require("harvest");
  const auto& visit = engine.catalog().require("visit");
  CHECK(codes(engine, harvest, {"harvest", "", "", "", "", 1}) == "ORGANISATION-UNNAMED PERIOD-UNNAMED STAGE-UNNAMED");
  CHECK(codes(engine, harvest, {"harvest", "last", "KZ-10", "", "2026-Q4", 1}) == "PERIOD-KIND STAGE-UNKNOWN");
  CHECK(codes(engine, visit, {"visit", "last", "KZ-10", "", "", 1}) == "STAGE-NONE SUBJECT-UNNAMED");
  CHECK(codes(engine, visit, kVisit).empty());
  CHECK_FALSE(app::party_problem(engine, visit, kVisit));
  CHECK(app::party_problem(engine, visit, {"visit", "", "nobody", "B-1", "", 1})->code == "ORGANISATION-UNKNOWN");
  CHECK(app::party_problem(engine, visit, {"visit", "", "KZ-10", "B-9", "", 1})->code == "SUBJECT-UNKNOWN");
  CHECK(app::party_problem(engine, visit, {"visit", "", "KZ-11", "B-1", "", 1})->code == "SUBJECT-OF-OTHER");
}
