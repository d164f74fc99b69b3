// SPDX-License-Identifier: MIT
#include <functional>

#include <catch2/catch.hpp>

#include "app/paper/compose_report.h"
#include "app/registers/decide.h"
#include "app/registers/record_deed.h"
#include "app/registers/record_dispatch.h"
#include "app/registers/record_event.h"
#include "app/review/desk.h"
#include "app/upkeep/attach.h"
#include "app/upkeep/backup.h"
#include "app/upkeep/export.h"
#include "app/upkeep/lock.h"
#include "app/upkeep/restore.h"
#include "app/upkeep/waive.h"
#include "base/error.h"
#include "orchard_fixture.h"

using namespace esep;
using orchard_fixture::Orchards;
using registry::Actor;

namespace {

calendar::Date day(const char* iso) { return *calendar::Date::parse_iso(iso); }

// Everybody has every role; they differ in the bodies for which they act.
constexpr const char* kUsers = R"([users]
"own" = { roles = [ROLES], bodies = ["KZ-10"] }
"other" = { roles = [ROLES], bodies = ["KZ-11"] }
"all" = { roles = [ROLES] }
)";
constexpr const char* kRoles =
    R"("agency", "registrar", "reviewer", "approver", "coordinator", "portal_operator", "programme_administrator", )"
    R"("queue_operator", "account_admin", "day_keeper")";

// A workspace in which KZ-10 has a report under review with a recommendation, one that was not taken up, a proposal
// that waits and one that was approved.
class Office : public Orchards {
 public:
  Office() {
    static_cast<void>(submit("KZ-10", "draft", "B-1;Алма;1,50;2\nB-2;Алмұрт;2,25;1\n"));
    static_cast<void>(submit("KZ-10", "final", "B-1;Алма;1,50;2\nB-2;Алмұрт;2,25;1\n"));
    import("ideas", "code;orchard;posted_on\nI-1;B-1;05.10.2026\nI-2;B-1;05.10.2026\n");
    {
      app::Engine engine = this->engine();
      app::ReviewDesk desk(engine);
      desk.open("S-000001", "reviewer", by("head"));
      desk.recommend("S-000001", {}, "түзету", day("2026-12-20"), by("reviewer"));
      static_cast<void>(app::give_verdict(
          engine, {app::VerdictKind::decision, "I-2", true, "негіз", day("2026-10-06"), "", ""}, by("operator")));
      static_cast<void>(app::back_up(engine, path("copy.db"), app::BackupKeys::left_out));
    }
    write("signature.p7s", "0\x82x");
    write("rows.csv", "code;owner;name_kk;name_ru;trees;area\nB-1;KZ-10;Алма;Яблоки;11;1,50\n");
    std::string users = kUsers;
    for (size_t at = users.find("ROLES"); at != std::string::npos; at = users.find("ROLES"))
      users.replace(at, 5, kRoles);
    write("esep.toml", users);
  }

  [[nodiscard]] static Actor by(const std::string& user) {
    Actor out = actor("2026-11-20T10:00");
    out.user = user;
    return out;
  }

  [[nodiscard]] size_t entries() const {
    app::Engine engine = this->engine();
    return engine.registry().history().entries().size();
  }
};

using Do = std::function<void(const Office&, app::Engine&, const Actor&)>;

struct UserDeed {
  const char* name;
  bool concerns_all;
  Do run;
};

// A finding of the file says what a refused submission is refused for.
void hand_in(const Office& office, app::Engine& engine, const Actor& actor) {
  office.write("in.csv", "orchard;name;area;tons\nB-1;Алма;1,50;9\nB-2;Алмұрт;2,25;9\n");
  app::Incoming incoming = Office::incoming("harvest", "KZ-10", "final");
  incoming.received = actor.at;
  const auto out = app::submit_files(engine, {office.path("in.csv").string()}, incoming, actor, [](const auto&) {});
  for (const auto& finding : out.at(0).findings) {
    if (finding.severity == Severity::error) throw Error(Message(finding.code, {}));
  }
}

std::vector<UserDeed> of_register() {
  const report::ReportKey body{"", "", "KZ-10", "", "2025", 1};
  const auto verdict = [](app::VerdictKind kind, const char* key) {
    return app::Verdict{kind, key, true, "негіз", day("2026-10-07"), "", ""};
  };
  return {{"event", false,
           [](auto&, auto& engine, auto& actor) {
             app::record_event(engine, {"opened", {"", "", "", "B-1", "", 1}, day("2026-11-02"), ""}, actor);
           }},
          {"event withdraw", false,
           [](auto&, auto& engine, auto& actor) {
             app::withdraw_event(engine, {"opened", {"", "", "", "B-1", "", 1}, {}, ""}, actor);
           }},
          {"import", false,
           [](auto& office, auto& engine, auto& actor) {
             static_cast<void>(app::import_register(engine, "orchards", office.path("rows.csv"), actor));
           }},
          {"decide", false,
           [=](auto&, auto& engine, auto& actor) {
             static_cast<void>(app::give_verdict(engine, verdict(app::VerdictKind::decision, "I-1"), actor));
           }},
          {"answer", false,
           [=](auto&, auto& engine, auto& actor) {
             static_cast<void>(app::give_verdict(engine, verdict(app::VerdictKind::answer, "I-2"), actor));
           }},
          {"proposals withdraw", false,
           [](auto&, auto& engine, auto& actor) {
             static_cast<void>(app::withdraw_proposal(engine, "I-1", day("2026-10-08"), actor));
           }},
          {"proposals keep", false,
           [](auto&, auto& engine, auto& actor) { app::keep_proposal(engine, "I-1", "қате", actor); }},
          {"done", false,
           [=](auto&, auto& engine, auto& actor) {
             report::Deed deed{"open-budgets-citizens-budget", body, "", day("2026-02-02")};
             static_cast<void>(app::record_deed(engine, {std::move(deed), std::nullopt}, actor));
           }},
          {"dispatch", false,
           [](auto&, auto& engine, auto& actor) {
             report::Deed deed{"", {"harvest-total", "", "KZ-10", "", "2026-10", 1}, "", day("2026-11-19")};
             deed.sent = report::SentPaper{"AAAA-BBBB-CCCC", "№ 1", "A."};
             static_cast<void>(app::record_dispatch(engine, {std::move(deed), false}, actor));
           }},
          {"waive", false,
           [](auto&, auto& engine, auto& actor) {
             static_cast<void>(app::waive(engine,
                                          {"harvest", "KZ-10", "", "final", calendar::Period::parse("2026-11"),
                                           day("2026-12-31"), "себеп", "негіз"},
                                          actor));
           }},
          {"attach", false,
           [](auto& office, auto& engine, auto& actor) {
             app::attach(engine, "S-000001", office.path("signature.p7s").string(), actor);
           }},
          {"lock", true,
           [](auto&, auto& engine, auto& actor) {
             app::lock_period(engine, "harvest", *calendar::Period::parse("2026-09"), "себеп", actor);
           }},
          {"unlock", true,
           [](auto&, auto& engine, auto& actor) {
             app::unlock_period(engine, "harvest", *calendar::Period::parse("2026-09"), "себеп", actor);
           }},
          {"export --with-personal", true,
           [](auto& office, auto& engine, auto& actor) {
             static_cast<void>(app::export_all(engine, office.path("out"), app::PersonalData::shown, actor));
           }},
          {"restore", true, [](auto& office, auto& engine, auto& actor) {
             static_cast<void>(app::restore(engine, office.path("copy.db"), app::ExistingRegister::replace, actor));
           }}};
}

std::vector<UserDeed> of_report() {
  const auto at_desk = [](const std::function<void(app::ReviewDesk&, const Actor&)>& step) -> Do {
    return [step](auto&, auto& engine, auto& actor) {
      app::ReviewDesk desk(engine);
      step(desk, actor);
    };
  };
  return {
      {"submit", false, hand_in},
      {"compose", false,
       [](auto&, auto& engine, auto& actor) {
         static_cast<void>(app::compose_report(engine, {"harvest-total", "", "KZ-10", "", "2026-10", 1}, actor));
       }},
      {"open", false, at_desk([](auto& desk, auto& actor) { desk.open("S-000002", "all", actor); })},
      {"assign", false, at_desk([](auto& desk, auto& actor) { desk.assign("S-000001", "all", actor); })},
      {"note", false, at_desk([](auto& desk, auto& actor) { desk.note("S-000001", {}, "x", actor); })},
      {"recommend", false,
       at_desk([](auto& desk, auto& actor) { desk.recommend("S-000001", {}, "x", day("2026-12-20"), actor); })},
      {"answer recommendation", false, at_desk([](auto& desk, auto& actor) { desk.answer("R-000001", "x", actor); })},
      {"close", false, at_desk([](auto& desk, auto& actor) { desk.close("R-000001", "x", actor); })},
      {"return", false, at_desk([](auto& desk, auto& actor) { desk.send_back("S-000001", "x", actor); })},
      {"approve", false, at_desk([](auto& desk, auto& actor) { desk.approve("S-000001", std::nullopt, actor); })},
      {"withdraw", false, at_desk([](auto& desk, auto& actor) { desk.withdraw("S-000001", "x", actor); })}};
}

std::string refusal(const Office& office, const UserDeed& deed, const std::string& user) {
  app::Engine engine = office.engine();
  try {
    deed.run(office, engine, Office::by(user));
  } catch (const Error& error) {
    const std::string& key = error.message().key;
    return key.starts_with("STEP-") && !key.starts_with("STEP-STATE") ? key : "may";
  }
  return "may";
}

void try_all(const std::vector<UserDeed>& deeds) {
  const Office office;
  for (const UserDeed& deed : deeds) {
    INFO(deed.name);
    const size_t before = office.entries();
    CHECK(refusal(office, deed, "stranger") == "STEP-USER-UNKNOWN");
    CHECK(refusal(office, deed, "other") == (deed.concerns_all ? "STEP-EVERY-BODY" : "STEP-BODY"));
    if (deed.concerns_all) CHECK(refusal(office, deed, "own") == "STEP-EVERY-BODY");
    CHECK(office.entries() == before);
    if (!deed.concerns_all) CHECK(refusal(office, deed, "own") == "may");
    CHECK(refusal(office, deed, "all") == "may");
  }
}

}  // namespace

TEST_CASE("user by user, deed by deed, body by body: what is done to the register") { try_all(of_register()); }

TEST_CASE("user by user, deed by deed, body by body: what is done to a report") { try_all(of_report()); }

TEST_CASE("whoever writes under another day than the computer's has the right to") {
  const Office office;
  Actor actor = Office::by("own");
  actor.clock = calendar::LocalTime{day("2026-11-21"), 600};
  const auto deeds = of_register();
  const auto refused_by = [&](const std::string& roles) {
    office.write("esep.toml", "[users]\n\"own\" = { roles = [" + roles + "] }\n");
    app::Engine engine = office.engine();
    try {
      deeds.at(0).run(office, engine, actor);
    } catch (const Error& error) {
      return error.message().key;
    }
    return std::string("may");
  };
  const size_t before = office.entries();
  CHECK(refused_by("\"agency\"") == "DAY-OTHER");
  CHECK(refused_by("\"day_keeper\"") == "STEP-ROLE");
  CHECK(office.entries() == before);
  CHECK(refused_by("\"agency\", \"day_keeper\"") == "may");
  actor.clock->date = actor.at.date;
  CHECK(refused_by("\"agency\"") == "may");
}
