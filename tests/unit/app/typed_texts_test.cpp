// SPDX-License-Identifier: MIT
#include <functional>
#include <map>

#include <catch2/catch.hpp>

#include "app/core/typed_text.h"
#include "app/registers/decide.h"
#include "app/registers/record_deed.h"
#include "app/registers/record_dispatch.h"
#include "app/review/desk.h"
#include "app/upkeep/lock.h"
#include "app/upkeep/waive.h"
#include "base/error.h"
#include "orchard_fixture.h"

using namespace esep;
using orchard_fixture::Orchards;

namespace {

calendar::Date date_of(const char* iso) { return *calendar::Date::parse_iso(iso); }

// Each deed that takes a text which somebody types and a paper may show.
using TextDeed = std::function<void(app::Engine&, const registry::Actor&, const std::string&)>;

TextDeed at_desk(const std::function<void(app::ReviewDesk&, const registry::Actor&, const std::string&)>& step) {
  return [step](app::Engine& engine, const registry::Actor& actor, const std::string& text) {
    app::ReviewDesk desk(engine);
    step(desk, actor, text);
  };
}

std::map<std::string, TextDeed> of_the_desk() {
  return {{"note", at_desk([](auto& desk, auto& actor, auto& text) { desk.note("S-000001", {}, text, actor); })},
          {"recommend", at_desk([](auto& desk, auto& actor, auto& text) {
             static_cast<void>(desk.recommend("S-000001", {}, text, date_of("2026-12-20"), actor));
           })},
          {"answer", at_desk([](auto& desk, auto& actor, auto& text) { desk.answer("R-000001", text, actor); })},
          {"close", at_desk([](auto& desk, auto& actor, auto& text) { desk.close("R-000001", text, actor); })},
          {"return", at_desk([](auto& desk, auto& actor, auto& text) { desk.send_back("S-000001", text, actor); })},
          {"approve", at_desk([](auto& desk, auto& actor, auto& text) { desk.approve("S-000001", text, actor); })},
          {"withdraw", at_desk([](auto& desk, auto& actor, auto& text) { desk.withdraw("S-000001", text, actor); })}};
}

void decide(app::Engine& engine, const registry::Actor& actor, const std::string& reason) {
  static_cast<void>(app::give_verdict(
      engine, {app::VerdictKind::decision, "I-1", true, reason, date_of("2026-10-07"), "", ""}, actor));
}

app::WaiveRequest waiver(const std::string& reason, const std::string& basis) {
  return {"harvest", "KZ-10", "", "final", calendar::Period::parse("2026-11"), date_of("2026-12-31"), reason, basis};
}

void record(app::Engine& engine, const registry::Actor& actor, const std::string& link, const std::string& document) {
  report::Deed deed{"open-budgets-citizens-budget", {"", "", "KZ-10", "", "2025", 1}, "", date_of("2026-02-02")};
  deed.link = link;
  deed.document = document;
  static_cast<void>(app::record_deed(engine, {std::move(deed), std::nullopt}, actor));
}

void dispatch(app::Engine& engine, const registry::Actor& actor, const std::string& number, const std::string& signer) {
  report::Deed deed{"", {"harvest-total", "", "KZ-10", "", "2026-10", 1}, "", date_of("2026-11-19")};
  deed.sent = report::SentPaper{"AAAA-BBBB-CCCC", number, signer};
  static_cast<void>(app::record_dispatch(engine, {std::move(deed), false}, actor));
}

std::map<std::string, TextDeed> of_the_register() {
  const auto september = *calendar::Period::parse("2026-09");
  return {
      {"decide", decide},
      {"proposals keep", [](auto& engine, auto& actor, auto& text) { app::keep_proposal(engine, "I-2", text, actor); }},
      {"lock",
       [=](auto& engine, auto& actor, auto& text) { app::lock_period(engine, "harvest", september, text, actor); }},
      {"unlock",
       [=](auto& engine, auto& actor, auto& text) { app::unlock_period(engine, "harvest", september, text, actor); }},
      {"waive: reason",
       [](auto& engine, auto& actor, auto& text) { static_cast<void>(app::waive(engine, waiver(text, "x"), actor)); }},
      {"waive: basis",
       [](auto& engine, auto& actor, auto& text) { static_cast<void>(app::waive(engine, waiver("x", text), actor)); }},
      {"done: link", [](auto& engine, auto& actor, auto& text) { record(engine, actor, "https://a.kz/" + text, ""); }},
      {"done: document", [](auto& engine, auto& actor, auto& text) { record(engine, actor, "https://a.kz/", text); }},
      {"dispatch: number", [](auto& engine, auto& actor, auto& text) { dispatch(engine, actor, text, "x"); }},
      {"dispatch: signer", [](auto& engine, auto& actor, auto& text) { dispatch(engine, actor, "x", text); }}};
}

class TypedOffice : public Orchards {
 public:
  TypedOffice() {
    static_cast<void>(submit("KZ-10", "draft", "B-1;Алма;1,50;2\nB-2;Алмұрт;2,25;1\n"));
    import("ideas", "code;orchard;posted_on\nI-1;B-1;05.10.2026\nI-2;B-1;05.10.2026\n");
    app::Engine engine = this->engine();
    app::ReviewDesk desk(engine);
    desk.open("S-000001", "reviewer", by("head"));
    desk.recommend("S-000001", {}, "түзету", date_of("2026-12-20"), by("reviewer"));
    static_cast<void>(app::withdraw_proposal(engine, "I-2", date_of("2026-10-08"), actor("2026-11-20")));
  }

 private:
  static registry::Actor by(const std::string& user) {
    registry::Actor out = actor("2026-11-20T10:00");
    out.user = user;
    return out;
  }
};

void refuse_all(const std::map<std::string, TextDeed>& deeds) {
  const TypedOffice office;
  app::Engine engine = office.engine();
  const size_t before = engine.registry().history().entries().size();
  for (const auto& [name, run] : deeds) {
    for (const auto& [text, key] : std::map<std::string, std::string>{{"сөз 😀", "TEXT-CHARACTER"},
                                                                      {"\xff\xfe", "REVIEW-TEXT-CODING"},
                                                                      {std::string(4001, 'a'), "REVIEW-TEXT-LONG"}}) {
      INFO(name << ": " << text.substr(0, 20));
      std::string got = "taken";
      try {
        run(engine, Orchards::actor("2026-11-20T10:00"), text);
      } catch (const Error& error) {
        got = error.message().key;
      }
      CHECK(got == key);
    }
  }
  CHECK(engine.registry().history().entries().size() == before);
}

}  // namespace

TEST_CASE("A text that no paper can print is refused by every deed, whoever asks for it") {
  refuse_all(of_the_desk());
  refuse_all(of_the_register());
}

TEST_CASE("A typed text has one way to write each letter, and no control characters") {
  CHECK(app::typed_text("  и\xCC\x86од\t1\r\n2 ") == "йод 1\n2");
  CHECK(app::typed_text_or_none(" \t\n").empty());
  CHECK(app::typed_text_or_none(" a ") == "a");
}
