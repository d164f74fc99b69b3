// SPDX-License-Identifier: MIT
#include "queue/policy.h"

#include <catch2/catch.hpp>

#include "world.h"

using namespace esep;
using namespace esep::queue;

namespace {

calendar::Date on(const char* iso) { return *calendar::Date::parse_iso(iso); }

/// The codes of what is wrong with a policy whose text has `what` instead of `was`.
std::string mistakes(const std::string& was, const std::string& what) {
  const std::string path = source_folder() + "/data/queues/creative-order.2026-07.toml";
  std::string text = read_file(path);
  const size_t at = text.find(was);
  REQUIRE(at != std::string::npos);
  text.replace(at, was.size(), what);
  Diagnostics diagnostics;
  const Policy policy = read_policy({path, path, text}, diagnostics);
  CHECK(policy.queue == "creative-order");
  std::string out;
  for (const auto& one : diagnostics) out += (out.empty() ? "" : " ") + one.code;
  return out;
}

}  // namespace

TEST_CASE("a policy says what is wrong with it") {
  CHECK(mistakes("vacated_within", "vacated_within").empty());
  CHECK(mistakes("\nis = \"one_order\"", "\nis = \"any_order\"") == "TOML-BAD-VALUE");
  CHECK(mistakes("name = \"money_short\"", "name = \"equal_times\"") ==
        "TOML-BAD-VALUE QUEUE-SWITCH-TWICE QUEUE-SWITCH-MISSING");
  CHECK(mistakes("\"priority\", ", "") == "QUEUE-CAUSE");
  CHECK(mistakes("\"annulled\"]", "\"sold\"]") == "TOML-BAD-VALUE");
  CHECK(mistakes("run_at = \"18:00\"", "run_at = \"26:00\"") == "TOML-BAD-VALUE");
  CHECK(mistakes("to = \"11-30\"", "to = \"11-31\"") == "TOML-BAD-VALUE");
  CHECK(mistakes("from = \"01-01\"\nto = \"11-30\"", "from = \"12-01\"\nto = \"11-30\"") == "TOML-BAD-VALUE");
  CHECK(mistakes("working_days = 10", "working_days = 1000") == "TOML-BAD-VALUE");
  CHECK(mistakes("edition = \"2026-07\"", "edition = \"2026-07\"\nedtion = \"x\"") == "TOML-UNKNOWN-KEY");
}

TEST_CASE("every switch of the shipped policy stands by our reading and cites its paragraph") {
  const World world;
  for (const SwitchWords& words : switch_words()) {
    INFO(words.name);
    CHECK(world.creative().ours(words.which));
    CHECK_FALSE(world.creative().readings.at(static_cast<size_t>(words.which)).paragraph.empty());
  }
}

TEST_CASE("causes cite the paragraphs of the queue's own law") {
  const World world;
  const auto of = [&](const char* queue) {
    const Policy& policy = world.policies().in_force(queue, calendar::Date::parse_iso("2026-08-03").value());
    std::string out;
    for (const auto& [cause, name] : kCauseNames) out += paragraph_of(policy, cause) + " ";
    for (const char* reason : {"season", "restriction", "no_fund", "money", "no_places", "nobody", ""})
      out += paragraph_of_nothing(policy, reason) + " ";
    return out;
  };
  CHECK(of("creative-order") == "12 10 13 11 10 14 11  12 12 12 12 12   ");
  CHECK(of("sport") == "4 2 8 12 2 12 3  6 7 4 4 4   ");
}

TEST_CASE("the edition in force on a day is the last that has begun") {
  World world;
  PolicyBook book;
  Policy first = world.creative();
  Policy second = first;
  second.edition = "2027-01";
  second.from = on("2027-01-01");
  book.add(second);
  book.add(first);
  CHECK(book.in_force("creative-order", on("2020-01-01")).edition == "2026-07");
  CHECK(book.in_force("creative-order", on("2026-12-31")).edition == "2026-07");
  CHECK(book.in_force("creative-order", on("2027-01-01")).edition == "2027-01");
}

TEST_CASE("months and birthdays where a month is short") {
  CHECK(plus_months(on("2026-11-30"), 3) == on("2027-02-28"));
  CHECK(plus_months(on("2023-11-30"), 3) == on("2024-02-29"));
  CHECK(plus_months(on("2026-12-31"), 1) == on("2027-01-31"));
  CHECK(birthday(on("2016-02-29"), 8) == on("2024-02-29"));
  CHECK(birthday(on("2016-02-29"), 9) == on("2025-03-01"));
}

TEST_CASE("local time is Almaty's, and the clock went back on 1 March 2024") {
  using calendar::Instant;
  CHECK(Instant::parse_local("1970-01-01T06:00")->micros == 0);
  CHECK(Instant::parse_local("2026-08-03T09:15:22.123456")->micros == 1785730522123456);
  CHECK(Instant::parse_local("2026-08-03T09:15:22.5")->local_iso() == "2026-08-03T09:15:22.500000");
  CHECK(Instant::parse_local("2024-03-01T00:00")->micros - Instant::parse_local("2024-02-29T23:00")->micros ==
        2 * 3600000000LL);
  CHECK(Instant{Instant::parse_local("2024-03-01T00:00")->micros - 1}.local_iso() == "2024-02-29T23:59:59.999999");
  CHECK(Instant::at(on("2026-08-03"), 1440) == Instant::at(on("2026-08-04"), 0));
  for (const char* wrong :
       {"2026-08-03", "2026-08-03T25:00", "2026-08-03T09:15:60", "2026-08-03T09:15:22.", "2026-08-03T09:15:2",
        "2026-08-03T09:15:22.1234567", "2026-08-03T09:15Z", "2026-02-30T00:00"}) {
    INFO(wrong);
    CHECK_FALSE(Instant::parse_local(wrong));
  }
}
