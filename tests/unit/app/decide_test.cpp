// SPDX-License-Identifier: MIT
#include "app/registers/decide.h"

#include <catch2/catch.hpp>

#include "app/orchard_fixture.h"

using namespace esep;
using app::Verdict;
using orchard_fixture::Orchards;

namespace {

Verdict verdict(app::VerdictKind kind, const char* date, bool accepted = true, const char* key = "I-1",
                const char* reason = "негіз") {
  return {kind, key, accepted, reason, *calendar::Date::parse_iso(date)};
}

/// Codes of the warnings, or the refusal.
std::string give(const Orchards& orchards, const Verdict& what) {
  app::Engine engine = orchards.engine();
  std::string out;
  const std::string error = error_of([&] {
    for (const auto& warning : app::give_verdict(engine, what, Orchards::actor("2026-10-30"))) {
      const LocalText said = engine.render_all(warning);
      CHECK_THAT(said.kk + said.ru + said.en, !Catch::Contains("{"));
      out += warning.key + " ";
    }
  });
  return error == "no error" ? out : error;
}

std::string row(const Orchards& orchards, const char* key = "I-1") {
  app::Engine engine = orchards.engine();
  std::string out;
  for (const char* id : {"decision", "decision_reason", "decided_on", "answer", "answer_reason", "answered_on"}) {
    const auto& values = engine.row("ideas", key)->values;
    const auto at = values.find(id);
    out += (at == values.end() ? "" : form::canonical_text(at->second)) + "|";
  }
  return out;
}

Orchards& with_ideas(Orchards& orchards) {
  // Monday; decided by Wednesday the 7th.
  orchards.import("ideas", "code;orchard;posted_on\nI-1;B-1;05.10.2026\nI-2;B-1;05.10.2026\n");
  return orchards;
}

constexpr auto kDecide = app::VerdictKind::decision;
constexpr auto kAnswer = app::VerdictKind::answer;

}  // namespace

TEST_CASE("a decision, then an answer, are kept in the row", "[app]") {
  Orchards orchards;
  with_ideas(orchards);
  orchards.event("B-1", "KZ-10", "2026-10-02");  // a discussion to 16 October
  CHECK(give(orchards, verdict(kDecide, "2026-10-07")).empty());
  CHECK(row(orchards) == "accepted|негіз|2026-10-07||||");
  CHECK(give(orchards, verdict(kAnswer, "2026-10-16", false)).empty());
  CHECK(row(orchards) == "accepted|негіз|2026-10-07|refused|негіз|2026-10-16|");
  CHECK(row(orchards, "I-2") == "||||||");
  app::Engine engine = orchards.engine();
  std::string actions;
  for (const auto& entry : engine.registry().history().entries()) actions += entry.action + " ";
  CHECK_THAT(actions, Catch::EndsWith("event register_change register_change "));
}

TEST_CASE("what is out of turn is refused and changes nothing", "[app]") {
  Orchards orchards;
  with_ideas(orchards);
  CHECK_THAT(give(orchards, verdict(kAnswer, "2026-10-07")), Catch::Contains("PROPOSAL-NOT-APPROVED"));
  CHECK_THAT(give(orchards, verdict(kDecide, "2026-10-07", true, "I-9")), Catch::Contains("PROPOSAL-UNKNOWN"));
  CHECK_THAT(give(orchards, verdict(kDecide, "2026-10-07", true, "B-1")), Catch::Contains("PROPOSAL-UNKNOWN"));
  CHECK_THAT(give(orchards, verdict(kDecide, "2026-10-07", true, "I-1", " \t")), Catch::Contains("VERDICT-REASON"));
  CHECK_THAT(give(orchards, verdict(kDecide, "2026-10-04")), Catch::Contains("PROPOSAL-EARLY"));
  CHECK(row(orchards) == "||||||");
  CHECK(give(orchards, verdict(kDecide, "2026-10-05", false)).empty());
  CHECK_THAT(give(orchards, verdict(kDecide, "2026-10-06")), Catch::Contains("PROPOSAL-DECIDED"));
  CHECK_THAT(give(orchards, verdict(kAnswer, "2026-10-06")), Catch::Contains("PROPOSAL-NOT-APPROVED"));
  CHECK(row(orchards) == "refused|негіз|2026-10-05||||");
}

TEST_CASE("an answer cannot come before the decision, nor twice", "[app]") {
  Orchards orchards;
  with_ideas(orchards);
  CHECK(give(orchards, verdict(kDecide, "2026-10-07")).empty());
  CHECK_THAT(give(orchards, verdict(kAnswer, "2026-10-06")), Catch::Contains("ANSWER-EARLY"));
  CHECK(give(orchards, verdict(kAnswer, "2026-10-07")).empty());
  CHECK_THAT(give(orchards, verdict(kAnswer, "2026-10-08")), Catch::Contains("PROPOSAL-DECIDED"));
}

TEST_CASE("a program that read the register before another decided does not decide again", "[app]") {
  Orchards orchards;
  with_ideas(orchards);
  app::Engine slow = orchards.engine();
  CHECK(slow.row("ideas", "I-1") != nullptr);  // read, and kept in mind
  CHECK(give(orchards, verdict(kDecide, "2026-10-05", false)).empty());
  CHECK_THAT(
      error_of([&] { (void)app::give_verdict(slow, verdict(kDecide, "2026-10-06"), Orchards::actor("2026-10-30")); }),
      Catch::Contains("PROPOSAL-DECIDED"));
  CHECK(row(orchards) == "refused|негіз|2026-10-05||||");
}

TEST_CASE("what is late is kept and told", "[app]") {
  Orchards orchards;
  with_ideas(orchards);
  CHECK(give(orchards, verdict(kDecide, "2026-10-08")) == "VERDICT-LATE ");
  CHECK(row(orchards) == "accepted|негіз|2026-10-08||||");
  // No discussion is recorded: nothing to be late for.
  CHECK(give(orchards, verdict(kAnswer, "2026-10-30")).empty());
  Orchards other;
  with_ideas(other);
  other.event("B-1", "KZ-10", "2026-10-02");
  CHECK(give(other, verdict(kDecide, "2026-10-07")).empty());
  CHECK(give(other, verdict(kAnswer, "2026-10-19")) == "VERDICT-LATE ");
}
