// SPDX-License-Identifier: MIT
// Every open reading of the order in both positions of its switch.
#include <functional>

#include <catch2/catch.hpp>

#include "world.h"

using namespace esep;
using namespace esep::queue;

namespace {

using Story = std::function<std::string(World&)>;

/// What the story says by our reading, and with that switch turned.
std::pair<std::string, std::string> both(const std::string& name, const Story& story) {
  World ours;
  World other(name);
  return {story(ours), story(other)};
}

using Pair = std::pair<std::string, std::string>;

std::string refusal(const std::optional<Remark>& remark) { return remark ? remark->message.key : "taken"; }

/// A voucher for A-1 of 3 August, recalled unused the next morning; A-2 waits.
void recall_unused(World& world) {
  world.usual("2026-08-03", 2);
  world.vacate("2026-08-03T10:00", 1);
  world.take("2026-08-04T10:00", EventKind::recall, "V-0000001");
}

}  // namespace

TEST_CASE("money_short (p. 12): one order over all circles, or circle by circle") {
  CHECK(both("money_short", [](World& world) {
          world.circle("2026-08-03T08:00", "C-1");
          world.circle("2026-08-03T08:00", "C-2");
          world.fund("2026-08-03T08:00", "40000");
          world.apply("2026-08-03T09:00", "A-1", "C-2");
          world.apply("2026-08-03T09:01", "A-2", "C-1");
          world.vacate("2026-08-03T10:00", 1, "C-1");
          world.vacate("2026-08-03T10:00", 1, "C-2");
          world.pass("2026-08-03T18:00");
          return world.application("A-1") + " " + world.application("A-2");
        }) == Pair("voucher waiting", "waiting voucher"));
}

TEST_CASE("priority_overtakes (p. 11): those who wait already, or only those of the same time") {
  CHECK(both("priority_overtakes", [](World& world) {
          world.usual("2026-08-03", 1);
          world.apply("2026-08-03T10:00", "A-2");
          world.apply("2026-08-03T10:00", "A-3", "C-1", "deviant");
          return world.waiting();
        }) == Pair("A-3 A-1 A-2", "A-1 A-3 A-2"));
}

TEST_CASE("equal_times (p. 11): by number, or by lot") {
  CHECK(both("equal_times", [](World& world) {
          world.usual("2026-08-03", 0);
          for (const char* id : {"A-1", "A-2", "A-3"}) world.apply("2026-08-03T10:00", id);
          return world.waiting();
        }) == Pair("A-1 A-2 A-3", "A-3 A-1 A-2"));
}

TEST_CASE("returned_stands (p. 14): by the old time, or at the end") {
  CHECK(both("returned_stands", [](World& world) {
          recall_unused(world);
          return world.waiting() + ", " + std::to_string(world.standing("A-1")->ahead_when_applied);
        }) == Pair("A-1 A-2, 0", "A-2 A-1, 1"));
}

TEST_CASE("recalled_place (p. 14): gone until the provider enters it, or free at once; the money comes back") {
  CHECK(both("recalled_place", [](World& world) {
          recall_unused(world);
          return std::to_string(world.state().queues.at("C-1").free.size()) + " " + world.left();
        }) == Pair("0 1000000.00", "1 1000000.00"));
}

TEST_CASE("parents_apply_while_stopped (p. 10, 12): a parent applies in December and under restrictions") {
  CHECK(both("parents_apply_while_stopped", [](World& world) {
          world.usual("2026-11-30", 0);
          world.restrict("2026-11-30T10:00", EventKind::stop, "R");
          const std::string restricted = refusal(world.apply("2026-11-30T11:00", "A-1"));
          world.restrict("2026-11-30T12:00", EventKind::resume, "R");
          const std::string open = refusal(world.apply("2026-11-30T13:00", "A-2"));
          return restricted + " " + open + " " + refusal(world.apply("2026-12-01T00:00", "A-3"));
        }) == Pair("taken taken taken", "QUEUE-STOPPED taken QUEUE-STOPPED"));
}

TEST_CASE("voucher_holder_applies (p. 10, 12): refused, or the voucher ends") {
  CHECK(both("voucher_holder_applies", [](World& world) {
          world.usual("2026-08-03", 1);
          world.vacate("2026-08-03T10:00", 1);
          const std::string answer = refusal(world.apply("2026-08-04T10:00", "A-1b"));
          return answer + " " + world.voucher_state("V-0000001") + " " + world.left();
        }) == Pair("QUEUE-CHILD-TWICE valid 960000.00", "taken withdrawn 1000000.00"));
}

TEST_CASE("season_opens (p. 12): on the first working day, or on 1 January") {
  CHECK(both("season_opens", [](World& world) {
          world.usual("2026-12-30", 1);
          world.vacate("2026-12-30T10:00", 1);
          world.fund("2026-12-30T10:00", "1000000", 2027);
          world.pass("2027-01-05T18:00");
          return world.run("2027-01-01") + ", " + world.run("2027-01-05");
        }) == Pair("0 season, 1 -", "1 -, 0 nobody"));
}

TEST_CASE("voucher_outlives_season (p. 12): valid in December, or to 30 November") {
  CHECK(both("voucher_outlives_season", [](World& world) {
          world.usual("2026-11-27", 1);
          world.vacate("2026-11-27T10:00", 1);
          world.pass("2026-12-01T00:00");
          return world.voucher("V-0000001").valid_until->iso() + " " + world.voucher_state("V-0000001");
        }) == Pair("2026-12-11 valid", "2026-11-30 expired"));
}

TEST_CASE("last_day_ends (p. 12): at midnight, or at the hour of the run") {
  CHECK(both("last_day_ends", [](World& world) {
          world.usual("2026-08-03", 1);
          world.vacate("2026-08-03T10:00", 1);
          return refusal(world.take("2026-08-17T18:00", EventKind::contract, "V-0000001"));
        }) == Pair("taken", "QUEUE-VOUCHER-LAPSED"));
}

TEST_CASE("a voucher that is issued on its last day ends at midnight, wherever the switch stands") {
  World world("last_day_ends");
  const auto day = *calendar::Date::parse_iso("2026-11-30");
  CHECK(world.creative().end_of(day, day).local_iso() == "2026-12-01T00:00:00.000000");
  CHECK(world.creative().end_of(day, day.plus_days(-1)).local_iso() == "2026-11-30T18:00:00.000000");
}

TEST_CASE("amount_from (p. 10): from the month after the issue, or from that month") {
  CHECK(both("amount_from", [](World& world) {
          world.usual("2026-08-03", 1);
          world.vacate("2026-08-03T10:00", 1);
          world.pass("2026-08-03T18:00");
          return world.voucher("V-0000001").amount.to_string(2);
        }) == Pair("40000.00", "50000.00"));
}

TEST_CASE("leap_day (p. 13): 29 February belongs to the window, or not") {
  CHECK(both("leap_day", [](World& world) {
          world.circle("2024-02-01T08:00", "C-1");
          world.apply("2024-02-01T09:00", "A-1", "C-1", "", "2016-03-01");
          return refusal(world.take("2024-02-29T10:00", EventKind::confirm, "A-1"));
        }) == Pair("taken", "QUEUE-CONFIRM-CLOSED"));
}

TEST_CASE("waiting_measured_on (p. 13): over three months on the window's first day, or on its last") {
  CHECK(both("waiting_measured_on", [](World& world) {
          world.circle("2026-05-15T08:00", "C-1");
          world.apply("2026-05-15T09:00", "A-1");
          world.pass("2026-09-01T00:00");
          return world.application("A-1");
        }) == Pair("waiting", "not_confirmed"));
}

TEST_CASE("restricted_time_counts (p. 12, 13): days under restriction count as waiting, or not") {
  CHECK(both("restricted_time_counts", [](World& world) {
          world.circle("2026-04-20T08:00", "C-1");
          world.apply("2026-04-20T09:00", "A-1");
          world.restrict("2026-04-22T09:00", EventKind::stop, "R");
          world.restrict("2026-05-10T09:00", EventKind::resume, "R");
          world.pass("2026-09-01T00:00");
          return world.application("A-1");
        }) == Pair("not_confirmed", "waiting"));
}

TEST_CASE("stop_by_region (p. 12): a restriction stops its region, or everything") {
  CHECK(both("stop_by_region", [](World& world) {
          world.usual("2026-08-03", 1);
          world.vacate("2026-08-03T10:00", 1);
          world.restrict("2026-08-03T10:00", EventKind::stop, "S");
          world.pass("2026-08-03T18:00");
          return world.run("2026-08-03");
        }) == Pair("1 -", "0 restriction"));
}

TEST_CASE("outgrown (p. 11): a child past the age limit leaves, or stays") {
  CHECK(both("outgrown", [](World& world) {
          world.usual("2026-08-03", 0);
          world.apply("2026-08-03T10:00", "A-1", "C-1", "", "2015-08-10");
          world.pass("2026-08-10T00:00");
          return world.application("A-1");
        }) == Pair("outgrown", "waiting"));
}
