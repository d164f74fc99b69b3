// SPDX-License-Identifier: MIT
#include "registry/history.h"

#include <catch2/catch.hpp>

#include "registry/doctor/doctor.h"
#include "registry/registry.h"
#include "temporary_folder.h"

using namespace esep;
using registry::Actor;
using registry::Registry;

namespace {

Actor at(const char* day, const char* clock = nullptr) {
  Actor out{"tester", *calendar::LocalTime::parse(day)};
  if (clock != nullptr) out.clock = calendar::LocalTime::parse(clock);
  return out;
}

// "3 2030-05-01 > 1999-01-01": entry and days.
std::vector<std::string> steps(Registry& registry) {
  std::vector<std::string> out;
  for (const auto& one : registry::steps_back(registry.history().entries()))
    out.push_back(std::to_string(one.seq) + (one.of_clock ? " clock " : " ") + one.from + " > " + one.to);
  return out;
}

}  // namespace

TEST_CASE("the computer's clock stands beside the day, and the chain holds it") {
  const Folder folder;
  Registry registry = Registry::create(folder / "esep.db", at("2026-11-18T10:00", "2026-11-30T09:15"));
  registry.note("one", "", at("2026-11-18T10:05"));  // nobody asked the clock
  registry.note("two", "", at("2026-11-30T09:20", "2026-11-30T09:20"));
  const auto entries = registry.history().entries();
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].clock == "2026-11-30T09:15");
  CHECK(entries[0].is_of_another_day());
  CHECK(entries[1].clock.empty());
  CHECK_FALSE(entries[1].is_of_another_day());
  CHECK_FALSE(entries[2].is_of_another_day());
  REQUIRE(registry.history().latest());
  CHECK(registry.history().latest()->iso() == "2026-11-30T09:20");
  CHECK(registry.history().latest(entries[2].seq)->iso() == "2026-11-18T10:05");
  CHECK_FALSE(registry.history().latest(entries[0].seq));
  CHECK(registry.history().verify().empty());
  CHECK(registry::examine(registry).damage.empty());
  // A clock that is changed, removed or added afterwards breaks the chain.
  for (const char* change : {"clock = '2026-11-18T10:00' WHERE seq = 1", "clock = '' WHERE seq = 3",
                             "clock = '2026-11-18T10:05' WHERE seq = 2"}) {
    INFO(change);
    const Folder other;
    registry.database().backup_to(other / "esep.db");
    Registry changed = Registry::open(other / "esep.db");
    changed.database().execute("DROP TRIGGER history_no_update");
    changed.database().execute(std::string("UPDATE history SET ") + change);
    const auto damage = changed.history().verify();
    REQUIRE(damage.size() == 1);
    CHECK(damage[0].kind_name() == "hash");
  }
}

TEST_CASE("days that go back are listed, and are no damage") {
  const Folder folder;
  Registry registry = Registry::create(folder / "esep.db", at("2030-05-01T10:00", "2026-11-30T09:00"));
  CHECK(steps(registry).empty());
  registry.note("one", "", at("1999-01-01T00:00", "2026-11-30T09:01"));
  registry.note("two", "", at("1999-01-01T12:00", "2026-11-30T09:00"));  // within a day nothing is said
  registry.note("three", "", at("9999-01-01T00:00", "2026-11-29T23:00"));
  registry.note("four", "", at("2026-11-30T10:00"));
  CHECK(steps(registry) == std::vector<std::string>{"2 2030-05-01 > 1999-01-01", "4 clock 2026-11-30 > 2026-11-29",
                                                    "5 9999-01-01 > 2026-11-30"});
  const auto examined = registry::examine(registry);
  CHECK(examined.damage.empty());
  CHECK(examined.steps_back.size() == 3);
}
