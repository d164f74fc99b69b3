// SPDX-License-Identifier: MIT
#include "app/registers/decide.h"

#include <catch2/catch.hpp>

#include "app/orchard_fixture.h"
#include "registry/doctor/doctor.h"

using namespace esep;
using app::Verdict;
using orchard_fixture::Orchards;

namespace {

Verdict verdict(app::VerdictKind kind, const char* date, bool accepted = true, const char* key = "I-1",
                const char* reason = "негіз") {
  return {kind, key, accepted, reason, *calendar::Date::parse_iso(date), "", ""};
}

/// The operator and the administrator are two people.
registry::Actor hand(app::VerdictKind kind) {
  registry::Actor out = Orchards::actor("2026-10-30");
  out.user = kind == app::VerdictKind::decision ? "operator" : "administrator";
  return out;
}

/// Codes of the warnings, or the refusal.
std::string give(const Orchards& orchards, const Verdict& what) {
  app::Engine engine = orchards.engine();
  std::string out;
  const std::string error = error_of([&] {
    for (const auto& warning : app::give_verdict(engine, what, hand(what.kind))) {
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
  CHECK_THAT(give(orchards, verdict(kAnswer, "2026-10-08")), Catch::Contains("PROPOSAL-ANSWERED"));
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

TEST_CASE("the operator and the administrator are two people, however a name is written", "[app]") {
  Orchards orchards;
  with_ideas(orchards);
  CHECK(give(orchards, verdict(kDecide, "2026-10-07")).empty());
  app::Engine engine = orchards.engine();
  registry::Actor same = hand(kDecide);
  same.user = " OPERATOR ";
  CHECK_THAT(error_of([&] { (void)app::give_verdict(engine, verdict(kAnswer, "2026-10-08"), same); }),
             Catch::Contains("FOUR-EYES-VERDICT"));
  CHECK(row(orchards) == "accepted|негіз|2026-10-07||||");
  CHECK(give(orchards, verdict(kAnswer, "2026-10-08")).empty());
  Verdict back = verdict(kDecide, "2026-10-07", false);
  back.correction = "қате";
  same.user = "administrator";
  CHECK_THAT(error_of([&] { (void)app::give_verdict(engine, back, same); }), Catch::Contains("FOUR-EYES-VERDICT"));
}

TEST_CASE("a correction has a reason and an entry of its own; a refusal takes the answer with it", "[app]") {
  Orchards orchards;
  with_ideas(orchards);
  Verdict first = verdict(kDecide, "2026-10-07");
  first.correction = "қате";
  CHECK_THAT(give(orchards, first), Catch::Contains("PROPOSAL-UNDECIDED"));
  CHECK(give(orchards, verdict(kDecide, "2026-10-07")).empty());
  CHECK(give(orchards, verdict(kAnswer, "2026-10-08")).empty());
  Verdict later = verdict(kDecide, "2026-10-09");
  later.correction = "күні қате";
  CHECK_THAT(give(orchards, later), Catch::Contains("ANSWER-EARLY"));
  Verdict refusal = verdict(kDecide, "2026-10-07", false, "I-1", "жарнама");
  refusal.correction = "жарнама екен";
  CHECK(give(orchards, refusal).empty());
  CHECK(row(orchards) == "refused|жарнама|2026-10-07||||");
  app::Engine engine = orchards.engine();
  const auto entries = engine.registry().history().entries();
  REQUIRE(entries.size() > 2);
  CHECK(entries[entries.size() - 2].action == "register_correct");
  CHECK_THAT(entries[entries.size() - 2].details, Catch::Contains("reason=жарнама екен"));
  CHECK(registry::examine(engine.registry()).damage.empty());
}

TEST_CASE("a ground is asked for only where the register has such a column", "[app]") {
  Orchards orchards;
  with_ideas(orchards);
  Verdict refusal = verdict(kDecide, "2026-10-07", false);
  refusal.ground = "spam";
  CHECK_THAT(give(orchards, refusal), Catch::Contains("VERDICT-GROUND-UNASKED"));
}

TEST_CASE("a proposal from outside the discussion is decided on with a warning and not answered", "[app]") {
  Orchards orchards;
  orchards.import("ideas", "code;orchard;posted_on\nI-1;B-1;01.10.2026\nI-2;B-1;19.10.2026\nI-3;B-1;16.10.2026\n");
  orchards.event("B-1", "KZ-10", "2026-10-02");  // a discussion to 16 October
  CHECK(give(orchards, verdict(kDecide, "2026-10-02")) == "VERDICT-OUTSIDE ");
  CHECK(give(orchards, verdict(kDecide, "2026-10-20", true, "I-2")) == "VERDICT-OUTSIDE ");
  CHECK(give(orchards, verdict(kDecide, "2026-10-16", true, "I-3")) == "PROPOSAL-BOTH-TERMS ");
  CHECK_THAT(give(orchards, verdict(kAnswer, "2026-10-16")), Catch::Contains("VERDICT-OUTSIDE"));
  CHECK_THAT(give(orchards, verdict(kAnswer, "2026-10-20", true, "I-2")), Catch::Contains("VERDICT-OUTSIDE"));
  CHECK(give(orchards, verdict(kAnswer, "2026-10-16", true, "I-3")).empty());
}

TEST_CASE("an import leaves a verdict as it is, adds what it lacks, and says both", "[app]") {
  Orchards orchards;
  orchards.import("ideas", "code;orchard;posted_on;decision;decided_on\nI-1;B-1;05.10.2026;accepted;07.10.2026\n");
  orchards.write("rows.csv",
                 "code;orchard;posted_on;decision;decision_reason;decided_on;answer\n"
                 "I-1;B-1;06.10.2026;refused;кейін;08.10.2026;accepted\n");
  app::Engine engine = orchards.engine();
  const auto result = app::import_register(engine, "ideas", orchards.path("rows.csv"), hand(kDecide));
  CHECK(result.done);
  std::string said;
  for (const auto& finding : result.findings) said += finding.code + " " + finding.column + "; ";
  CHECK(said ==
        "IMPORT-DECIDED-CHANGED posted_on; IMPORT-VERDICT-KEPT decision; IMPORT-DECIDED-CHANGED decision_reason; "
        "IMPORT-VERDICT-KEPT decided_on; ");
  CHECK(row(orchards) == "accepted|кейін|2026-10-07|accepted|||");
  const auto again = app::import_register(engine, "ideas", orchards.path("rows.csv"), hand(kDecide));
  CHECK(again.count.unchanged == 1);
  CHECK(again.findings.size() == 2);  // what differs is said each time
}
