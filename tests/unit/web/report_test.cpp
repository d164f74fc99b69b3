// SPDX-License-Identifier: MIT
// What a reporting body sees of its report, and what becomes of the paper that the register composes.
#include <catch2/catch.hpp>

#include "portal_fixture.h"

using namespace esep;
using portal_fixture::Answer;
using portal_fixture::Portal;

namespace {

constexpr const char* kRows = "B-1;Алма;1,50;10\nB-2;Алмұрт;2,25;4\n";

std::string value_of(Portal& portal, const std::string& query) {
  app::Engine engine = portal.engine();
  auto statement = engine.registry().database().prepare(query);
  return statement.step() ? statement.text(0) : "";
}

// Reported by KZ-10 and returned by the reviewer, with a note at a cell.
void return_report(Portal& portal) {
  REQUIRE(portal.submit("KZ-10", "draft", kRows) == "S-000001");
  portal.add("reviewer", {{"reviewer"}});
  portal.add("clerk", {{"agency"}, std::set<std::string>{"KZ-10"}});
  REQUIRE(portal.post("reviewer", "/ru/review/S-000001/open").status == 303);
  const std::map<std::string, std::string> note = {{"note-place", "D3"}, {"note-text", "Не тонны, а центнеры?"}};
  REQUIRE(portal.post("reviewer", "/ru/review/S-000001/note", note).status == 303);
  REQUIRE(portal.post("reviewer", "/ru/review/S-000001/return", {{"return-text", "Проверьте единицы."}}).status == 303);
}

// Done on the day that its heading names, due on 10 October.
constexpr const char* kPosting = R"toml(form = "posting"
edition = "2026-01"
period = "month"
provenance = "own"
title = { kk = "Жариялау", ru = "Размещение" }
law = { kk = "1-бұйрық", ru = "Приказ 1" }
in_force = { from = 2026-01-01 }
rows = { kind = "repeat" }
field = [ { id = "posted", title = { kk = "Жарияланды", ru = "Размещено" }, type = "date" } ]
column = [ { id = "what", number = "1", title = { kk = "Не", ru = "Что" } } ]
[[obligation]]
id = "posting"
title = { kk = "Жариялау", ru = "Размещение" }
organisations = ["KZ-10"]
period = "month"
due = { day = 10, months_after = 1 }
done_on = "posted"
law = { kk = "1-тармақ", ru = "пункт 1" }
)toml";

// Codes of its findings.
std::string post_on(Portal& portal, const std::string& day) {
  portal.write("../posting.json", R"({"form": "posting", "edition": "2026-01", "organisation": "KZ-10",
    "period": "2026-09", "fields": {"posted": ")" +
                                      day + R"("}, "rows": [{"what": "план"}]})");
  app::Engine engine = portal.engine();
  app::Incoming incoming;
  incoming.received = *calendar::LocalTime::parse(portal_fixture::kToday);
  const auto results = app::submit_files(engine, {portal.path("../posting.json").string()}, incoming,
                                         Portal::actor(portal_fixture::kToday, "tester"), [](const auto&) {});
  std::string out;
  for (const auto& one : results.at(0).findings) out += one.code;
  return out;
}

}  // namespace

TEST_CASE("Report: a day that a revision moved is named once, with the revisions") {
  Portal portal;
  portal.write("forms/posting.2026-01.toml", kPosting);
  CHECK(post_on(portal, "14.10.2026").empty());
  CHECK(post_on(portal, "09.10.2026") == "REVISION-DAY");
  portal.add("clerk", {{"agency"}, std::set<std::string>{"KZ-10"}});
  CHECK_FALSE(portal.get("clerk", "/ru/report/S-000001").says("Изменение дня"));
  CHECK(portal.get("clerk", "/ru/report/S-000002")
            .says("<dt>Изменение дня</dt><dd>изменено «Размещено»: 14.10.2026 (редакция 1), 09.10.2026 (с редакции "
                  "2)</dd>"));
}

TEST_CASE("Report: a returned one says why, with each note at its cell, and gives the letter") {
  Portal portal;
  return_report(portal);
  const Answer page = portal.get("clerk", "/ru/report/S-000001");
  CHECK(page.status == 200);
  CHECK(page.says("Почему отчёт возвращён"));
  CHECK(page.says("<blockquote>Проверьте единицы.</blockquote>"));
  CHECK(page.says("Не тонны, а центнеры?"));
  const size_t at = page.body.find("class=\"place\"");
  REQUIRE(at != std::string::npos);
  const size_t from = page.body.rfind("href=\"#", at) + 7;
  const std::string cell = page.body.substr(from, page.body.find('"', from) - from);
  CHECK(page.says("id=\"" + cell + "\""));  // the cell of the sheet
  CHECK(page.says("href=\"#f1\""));         // which leads back to the note
  CHECK(page.says("id=\"f1\""));
  const std::string address = "/ru/report/S-000001/paper?kind=return&to=pdf";
  CHECK(page.says("/ru/report/S-000001/paper?kind=return&amp;to=pdf"));
  const Answer packet = portal.get("clerk", address);
  CHECK(packet.status == 200);
  CHECK(packet.body.starts_with("PK"));
  portal.add("other", {{"agency"}, std::set<std::string>{"KZ-11"}});
  CHECK(portal.get("other", address).status == 404);
}

TEST_CASE("Report: one that was not returned says nothing of a return, and has no letter of it") {
  Portal portal;
  REQUIRE(portal.submit("KZ-10", "draft", kRows) == "S-000001");
  portal.add("clerk", {{"agency"}, std::set<std::string>{"KZ-10"}});
  CHECK_FALSE(portal.get("clerk", "/ru/report/S-000001").says("Почему отчёт возвращён"));
  CHECK(portal.get("clerk", "/ru/report/S-000001/paper?kind=return&to=pdf").status == 409);
}

TEST_CASE("Composed: the list says what was sent, and another letter is asked about first") {
  Portal portal;
  for (const char* stage : {"draft", "final"})
    REQUIRE_FALSE(portal.submit("KZ-10", stage, kRows, "2026-10-04T10:00", "2026-09").empty());
  for (const char* stage : {"draft", "final"})
    REQUIRE_FALSE(portal.submit("KZ-11", stage, "B-3;Өрік;3;1\n", "2026-10-04T10:00", "2026-09").empty());
  portal.add("chief", {{"coordinator", "approver", "registrar"}});
  const std::string about = "form=harvest-total&org=KZ-10&period=2026-09";
  CHECK(portal.get("chief", "/ru/composed").says("не отправлен"));
  REQUIRE(portal.get("chief", "/ru/composed/paper?" + about + "&to=pdf").status == 200);
  std::map<std::string, std::string> fields = {{"form", "harvest-total"}, {"org", "KZ-10"},      {"period", "2026-09"},
                                               {"date", "10.11.2026"},    {"number", "12-3/45"}, {"signer", "А. А."}};
  fields["code"] = value_of(portal, "SELECT code FROM paper");
  CHECK(portal.get("chief", "/ru/report/S-000005").says("<dd>не отправлен</dd>"));
  CHECK(portal.post("chief", "/ru/composed/dispatch", fields).location == "/ru/composed?done=SENT");
  CHECK(portal.get("chief", "/ru/composed").says("отправлен 10.11.2026, № 12-3/45"));
  const Answer report = portal.get("chief", "/ru/report/S-000005");
  CHECK(report.says("Время составления"));
  CHECK(report.says("отправлен 10.11.2026 с письмом № 12-3/45, подписал: А. А."));
  CHECK_FALSE(report.says("<dt>Поступил</dt>"));
  CHECK_FALSE(report.says("<dd>принят</dd>"));
  CHECK(portal.post("chief", "/ru/composed/dispatch", fields).location == "/ru/composed?done=SENT-REPEATED");
  fields["number"] = "12-3/46";
  const Answer asked = portal.post("chief", "/ru/composed/dispatch", fields);
  CHECK(asked.status == 422);
  CHECK(asked.says("Отправка уже записана. Если новая запись должна заменить прежнюю, отметьте это."));
  CHECK(asked.says("отправлен 10.11.2026, № 12-3/45"));
  CHECK(portal.get("chief", "/ru/composed").says("№ 12-3/45"));
  fields["again"] = "yes";
  CHECK(portal.post("chief", "/ru/composed/dispatch", fields).location == "/ru/composed?done=SENT");
  CHECK(portal.get("chief", "/ru/composed").says("№ 12-3/46"));
}
