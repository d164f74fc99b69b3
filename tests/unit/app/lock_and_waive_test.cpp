// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "app/upkeep/lock.h"
#include "app/upkeep/waive.h"
#include "base/error.h"
#include "orchard_fixture.h"

using namespace esep;
using orchard_fixture::Orchards;

namespace {

std::string refusal_of(const std::function<void()>& deed) {
  try {
    deed();
  } catch (const Error& error) {
    return error.message().key;
  }
  return "none";
}

}  // namespace

TEST_CASE("lock: closing and opening a period ask for a reason, and spaces are none") {
  const Orchards office;
  app::Engine engine = office.engine();
  const registry::Actor actor = Orchards::actor("2026-11-10");
  const auto month = *calendar::Period::parse("2026-09");
  for (const char* reason : {"", " ", "\t\n"}) {
    CHECK(refusal_of([&] { app::lock_period(engine, "harvest", month, reason, actor); }) == "LOCK-REASON");
    CHECK(refusal_of([&] { app::unlock_period(engine, "harvest", month, reason, actor); }) == "LOCK-REASON");
  }
  CHECK_FALSE(engine.registry().is_locked("harvest", "2026-09"));
  CHECK(refusal_of([&] { app::lock_period(engine, "harvest", month, "Айы аяқталды", actor); }) == "none");
  CHECK(engine.registry().is_locked("harvest", "2026-09"));
}

TEST_CASE("waive: a day before each of the terms frees nobody, and is refused") {
  const Orchards office;
  app::Engine engine = office.engine();
  const registry::Actor actor = Orchards::actor("2026-11-10");
  const auto waive = [&](const char* until, const char* stage) {
    return refusal_of([&] {
      const app::WaiveRequest request{
          "harvest", "KZ-10", "", stage, calendar::Period::parse("2026-10"), *calendar::Date::parse_iso(until),
          "себеп",   "негіз"};
      const auto recorded [[maybe_unused]] = app::waive(engine, request, actor);
    });
  };
  CHECK(waive("2020-01-01", "") == "WAIVE-BEFORE-TERM");
  CHECK(waive("2026-11-04", "") == "WAIVE-BEFORE-TERM");  // the draft is due on the 5th
  CHECK(waive("2026-11-05", "draft") == "none");
  CHECK(waive("2026-11-06", "") == "none");       // of the draft it has an effect
  CHECK(waive("2026-11-01", "draft") == "none");  // it takes the earlier one back
}
