// SPDX-License-Identifier: MIT
#include "app/registers/record_event.h"

#include <catch2/catch.hpp>

#include "app/core/rights.h"
#include "app/upkeep/waive.h"
#include "base/error.h"
#include "orchard_fixture.h"
#include "registry/doctor/doctor.h"

using orchard_fixture::Orchards;
using namespace esep;

namespace {

app::RecordedEvent record(const Orchards& orchards, const std::string& name, const report::ReportKey& key,
                          const std::string& date = "2026-11-02") {
  app::Engine engine = orchards.engine();
  return app::record_event(engine, {name, key, *calendar::Date::parse_iso(date), "№ 1"}, Orchards::actor("2026-11-20"));
}

std::string refusal(const std::function<void()>& deed) {
  try {
    deed();
  } catch (const Error& error) {
    std::string out = error.message().key;
    if (out == "CLI-MISSING-OPTION") out += " " + std::get<std::string>(error.message().args.at(0).second);
    return out;
  }
  return "may";
}

report::ReportKey of_subject(const std::string& subject, const std::string& organisation = "") {
  return {"", "", organisation, subject, "", 1};
}

}  // namespace

TEST_CASE("an event of a subject is its organisation's, and a later record takes the place of the earlier") {
  const Orchards orchards;
  const auto first = record(orchards, "opened", of_subject("B-1"));
  CHECK(first.event.key.organisation == "KZ-10");
  CHECK_FALSE(first.replaced);
  CHECK(record(orchards, "opened", of_subject("B-1", "KZ-10"), "2026-11-05").replaced->date.iso() == "2026-11-02");
  CHECK_FALSE(record(orchards, "opened", of_subject("B-3")).replaced);
  const auto entries = orchards.engine().registry().history().entries();
  CHECK(std::count_if(entries.begin(), entries.end(), [](const auto& one) { return one.action == "event"; }) == 3);
}

TEST_CASE("an event that moves no deadline is not recorded") {
  const Orchards orchards;
  CHECK(refusal([&] { record(orchards, "opend", of_subject("B-1")); }) == "EVENT-UNKNOWN");
  CHECK(refusal([&] { record(orchards, "opened", of_subject("B-9")); }) == "EVENT-SUBJECT");
  CHECK(refusal([&] { record(orchards, "opened", of_subject("B-1", "KZ-11")); }) == "SUBJECT-OF-OTHER");
  CHECK(refusal([&] { record(orchards, "opened", of_subject("")); }) == "CLI-MISSING-OPTION --subject");
  CHECK(refusal([&] { record(orchards, "opened", of_subject("", "KZ-99")); }) == "ORGANISATION-UNKNOWN");
  CHECK(orchards.engine().registry().events().empty());
}

TEST_CASE("an event that names too little or too much, or a day that is not over, is not recorded") {
  const Orchards orchards;
  const auto with = [](std::string form, std::string stage, std::string period) {
    return report::ReportKey{std::move(form), std::move(stage), "KZ-10", "B-1", std::move(period), 1};
  };
  CHECK(refusal([&] { record(orchards, "opened", of_subject("", "KZ-10")); }) == "CLI-MISSING-OPTION --subject");
  CHECK(refusal([&] { record(orchards, "opened", with("", "", "2026")); }) == "EVENT-NO-PERIOD");
  CHECK(refusal([&] { record(orchards, "opened", with("harvest", "", "")); }) == "EVENT-OF-OTHER-FORM");
  CHECK(refusal([&] { record(orchards, "opened", of_subject("B-1"), "2026-11-21"); }) == "EVENT-FUTURE");
  CHECK(refusal([&] { record(orchards, "opened", of_subject("B-1"), "2016-11-02"); }) == "EVENT-EARLY");
  // No edition of the form was in force, so nobody owed anything.
  CHECK(refusal([&] { record(orchards, "opened", of_subject("B-1"), "2025-11-03"); }) == "EVENT-OWES-NOTHING");
  CHECK(orchards.engine().registry().events().empty());
  CHECK(refusal([&] { record(orchards, "opened", with("talk", "", "")); }) == "may");
}

TEST_CASE("an event recorded by mistake is withdrawn, and its duty waits again") {
  const Orchards orchards;
  const auto withdraw = [&] {
    app::Engine engine = orchards.engine();
    const auto actor = Orchards::actor("2026-11-21");
    return app::withdraw_event(engine, {"opened", of_subject("B-1"), {}, "қате"}, actor).date.iso();
  };
  CHECK(refusal([&] { withdraw(); }) == "EVENT-NOT-RECORDED");
  record(orchards, "opened", of_subject("B-1"));
  CHECK(withdraw() == "2026-11-02");
  CHECK(refusal([&] { withdraw(); }) == "EVENT-NOT-RECORDED");
  app::Engine engine = orchards.engine();
  CHECK(report::events_in_force(engine.registry().events()).empty());
  const auto last = engine.registry().history().entries().back();
  CHECK(last.action == "event_withdraw");
  CHECK(registry::examine(engine.registry()).damage.empty());
  CHECK_FALSE(record(orchards, "opened", of_subject("B-1")).replaced);
}

TEST_CASE("that an event does not come is said of a period, and of what owes something in it") {
  const Orchards orchards;
  app::Engine engine = orchards.engine();
  report::Event none{"opened", of_subject("B-1"), {}, "№ 9"};
  none.none = true;
  CHECK(refusal([&] { app::record_event(engine, none, Orchards::actor("2026-11-21")); }) == "EVENT-NONE-PERIOD");
  CHECK(engine.registry().events().empty());
}

TEST_CASE("an event is recorded by those who may") {
  const Orchards orchards;
  orchards.write("esep.toml", "[users]\ntester = [\"reviewer\"]\n");
  CHECK(refusal([&] { record(orchards, "opened", of_subject("B-1")); }) == "STEP-ROLE");
  CHECK(orchards.engine().registry().events().empty());
}

TEST_CASE("whether a report may be submitted is asked of the register as it is then") {
  const Orchards orchards;
  app::Engine engine = orchards.engine();
  const app::SubmitRight right(engine);
  const report::ReportKey key{"harvest", "draft", "KZ-10", "", "2026-10", 1};
  const auto actor = Orchards::actor("2026-11-20");
  CHECK(refusal([&] { right.require(key, actor); }) == "may");
  app::Engine another = orchards.engine();
  another.registry().lock("harvest", "2026-10", "жабылды", actor);
  CHECK(refusal([&] { right.require(key, actor); }) == "LOCKED");
}

namespace {

// While a deed waits for its turn, the orchard goes to another body.
void move_orchard_in_turn(app::Engine& engine, const Orchards& orchards) {
  engine.registry().database().set_turn([&orchards, came = false]() mutable -> sqlite::Turn {
    app::Engine other = orchards.engine();
    if (!std::exchange(came, true))
      other.registry().database().execute(
          "UPDATE register_row SET value = 'KZ-11' WHERE register = 'orchards' AND key = 'B-1' AND column_id = "
          "'owner'");
    return nullptr;
  });
}

}  // namespace

TEST_CASE("a right is asked of the body whose subject it is when the turn comes") {
  const Orchards orchards;
  orchards.event("B-1", "KZ-10", "2026-10-12");
  orchards.write("esep.toml", "[users]\ntester = { roles = [\"registrar\", \"approver\"], bodies = [\"KZ-10\"] }\n");
  const auto actor = Orchards::actor("2026-11-20");
  const auto refused = [&](const std::function<void(app::Engine&)>& deed) {
    app::Engine engine = orchards.engine();
    engine.registry().database().execute(
        "UPDATE register_row SET value = 'KZ-10' WHERE register = 'orchards' AND key = 'B-1' AND column_id = 'owner'");
    move_orchard_in_turn(engine, orchards);
    return refusal([&] { deed(engine); });
  };
  const report::Event event{"opened", of_subject("B-1"), *calendar::Date::parse_iso("2026-11-02"), "№ 1"};
  CHECK(refused([&](app::Engine& engine) { app::record_event(engine, event, actor); }) == "STEP-BODY");
  CHECK(refused([&](app::Engine& engine) { app::withdraw_event(engine, event, actor); }) == "STEP-BODY");
  const app::WaiveRequest waiver{"talk", "", "B-1", "", std::nullopt, *calendar::Date::parse_iso("2026-12-31"),
                                 "а",    "б"};
  CHECK(refused([&](app::Engine& engine) { static_cast<void>(app::waive(engine, waiver, actor)); }) == "STEP-BODY");
  app::Engine engine = orchards.engine();
  CHECK(engine.registry().events().size() == 1);
  CHECK(engine.registry().waivers().empty());
}
