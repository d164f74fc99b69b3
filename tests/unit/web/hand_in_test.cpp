// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "app/paper/blank.h"
#include "app/query/queries.h"
#include "document/document.h"
#include "portal_fixture.h"
#include "xlsx/write.h"

using namespace esep;
using portal_fixture::Answer;
using portal_fixture::Portal;

namespace {

// The blank of an orchard's owner, as the portal hands it out. Its table is filled by the register but for the tons.
std::string blank_of(Portal& portal, const std::string& organisation) {
  const Answer answer =
      portal.get("clerk", "/ru/blank?form=harvest&org=" + organisation + "&period=2026-10&stage=draft");
  REQUIRE(answer.status == 200);
  return answer.body;
}

void add_clerk(Portal& portal) { portal.add("clerk", {{"agency"}, std::set<std::string>{"KZ-10"}}); }

}  // namespace

TEST_CASE("Handing in: the page says whose report it is before it counts, and registers it when told to") {
  Portal portal;
  add_clerk(portal);
  const Answer taken = portal.upload("clerk", "/ru/hand-in", "october.xlsx", blank_of(portal, "KZ-10"));
  REQUIRE(taken.status == 303);
  const Answer checked = portal.get("clerk", taken.location);
  CHECK(checked.status == 200);
  CHECK(checked.says("октябрь 2026 года"));
  CHECK(checked.says("october.xlsx"));
  CHECK(checked.says("<p>Форма: Урожай</p>"));
  CHECK(checked.says("<caption>"));
  CHECK_FALSE(checked.says("Как заполнять"));  // the program's own guide is no sheet of the agency's
  CHECK(portal.get("clerk", "/ru/report/S-000001").status == 404);  // nothing is registered yet
  const Answer done = portal.post("clerk", taken.location);
  CHECK(done.location == "/ru/report/S-000001?done=RECEIVED");
  CHECK(portal.get("clerk", done.location).status == 200);
  CHECK(portal.get("clerk", taken.location).location == "/ru/report/S-000001");  // the waiting file is gone
  CHECK(portal.post("clerk", taken.location).location == "/ru/report/S-000001");
  const std::string never = "/ru/hand-in/00112233445566778899aabbccddeeff";
  CHECK(portal.post("clerk", never).status == 404);
  CHECK(portal.post("clerk", never).says("Выбранный файл хранится одни сутки. Выберите его ещё раз."));
  CHECK(portal.get("clerk", never).says("name=\"files\""));
}

TEST_CASE("Handing in: the same file again gives the same receipt") {
  Portal portal;
  add_clerk(portal);
  const std::string bytes = blank_of(portal, "KZ-10");
  portal.post("clerk", portal.upload("clerk", "/ru/hand-in", "october.xlsx", bytes).location);
  const Answer again = portal.post("clerk", portal.upload("clerk", "/ru/hand-in", "october.xlsx", bytes).location);
  CHECK(again.location == "/ru/report/S-000001?done=REPEATED");
}

TEST_CASE("Handing in: what is chosen wrongly has words of its own") {
  Portal portal;
  add_clerk(portal);
  CHECK(portal.post("clerk", "/ru/hand-in").status == 422);
  CHECK(portal.post("clerk", "/ru/hand-in").says("Файл не выбран"));
  CHECK(portal.upload("clerk", "/ru/hand-in", "empty.xlsx", "").says("Файл пуст"));
  const Answer taken = portal.upload("clerk", "/ru/hand-in", "letter.xlsx", "not a workbook");
  const Answer checked = portal.get("clerk", taken.location);
  CHECK(checked.says("не похож ни на одну из известных форм"));
  CHECK_FALSE(checked.says("Сдать отчёт</button>"));
}

TEST_CASE("Handing in: another body's report is not this account's to hand in") {
  Portal portal;
  add_clerk(portal);
  portal.add("other", {{"agency"}, std::set<std::string>{"KZ-11"}});
  const std::string bytes = blank_of(portal, "KZ-10");
  const Answer taken = portal.upload("other", "/ru/hand-in", "october.xlsx", bytes);
  CHECK(portal.get("other", taken.location).says("отчёт другой организации"));
  const Answer refused = portal.post("other", taken.location);
  CHECK(refused.status == 422);
  CHECK(portal.get("clerk", "/ru/report/S-000001").status == 404);
}

TEST_CASE("Verifying: anybody learns kind, body, period and state of a paper, and nothing else") {
  Portal portal;
  add_clerk(portal);
  portal.post("clerk", portal.upload("clerk", "/ru/hand-in", "october.xlsx", blank_of(portal, "KZ-10")).location);
  const Answer paper = portal.get("clerk", "/ru/report/S-000001/paper?kind=receipt&to=html");
  REQUIRE(paper.status == 200);
  app::Engine engine = portal.engine();
  auto statement = engine.registry().database().prepare("SELECT code FROM paper");
  REQUIRE(statement.step());
  const Answer shown = portal.get("", "/ru/v/" + statement.text(0));
  CHECK(shown.status == 200);
  CHECK(shown.says("октябрь 2026 года"));
  CHECK_FALSE(shown.says("N. clerk"));
  CHECK_FALSE(shown.says("october.xlsx"));
  CHECK(portal.upload("", "/ru/verify", "receipt.html", paper.body).says("Файл не изменён"));
  CHECK(portal.upload("", "/ru/verify", "receipt.html", paper.body + " ").says("Файл изменён"));
  CHECK(portal.get("", "/ru/v/0000-0000-0000").status == 404);
}

TEST_CASE("Handing in: the check says what handing in would do, and nothing else") {
  Portal portal;
  add_clerk(portal);
  portal.add("reviewer", {{"reviewer"}});
  const auto check = [&](const std::string& bytes) {
    return portal.get("clerk", portal.upload("clerk", "/ru/hand-in", "october.xlsx", bytes).location);
  };
  const std::string blank = blank_of(portal, "KZ-10");
  CHECK_FALSE(check(blank).says("заменит"));
  portal.post("clerk", portal.upload("clerk", "/ru/hand-in", "october.xlsx", blank).location);
  const Answer again = check(blank);
  CHECK(
      again.says("Этот же файл уже зарегистрирован 10.11.2026 под № S-000001 (редакция 1) и действует: повторная "
                 "сдача ничего не изменит."));
  CHECK(again.says("/ru/report/S-000001"));
  CHECK(again.says("редакция 1"));
  CHECK_FALSE(again.says("заменит"));
  CHECK_FALSE(again.says("Сдать отчёт</button>"));
  REQUIRE(portal.post("reviewer", "/ru/review/S-000001/open").status == 303);
  REQUIRE(portal.post("reviewer", "/ru/review/S-000001/return", {{"return-text", "Нет тонн."}}).status == 303);
  CHECK(
      check(blank).says("Это тот самый файл, который зарегистрирован под № S-000001 (редакция 1) и возвращён на "
                        "исправление."));
  const std::string other = portal.get("clerk", "/kk/blank?form=harvest&org=KZ-10&period=2026-10&stage=draft").body;
  CHECK(check(other).says("Этот файл заменит редакцию 1 отчёта (S-000001)"));
  REQUIRE(portal.post("clerk", "/ru/report/S-000001/withdraw", {{"reason", "Ошибка"}}).status == 303);
  CHECK(check(other).says("редакция 2"));  // the first keeps its number
  CHECK_FALSE(check(other).says("заменит"));
}

TEST_CASE("Verifying: a file that was handed in says what became of it") {
  Portal portal;
  add_clerk(portal);
  const std::string first = blank_of(portal, "KZ-10");
  portal.post("clerk", portal.upload("clerk", "/ru/hand-in", "october.xlsx", first).location);
  const auto verify = [&](const std::string& bytes) { return portal.upload("", "/ru/verify", "x.xlsx", bytes); };
  CHECK(verify(first).says("<h1>Файл не изменён</h1>"));
  CHECK(verify(first).says("октябрь 2026 года"));
  const std::string second = portal.get("clerk", "/kk/blank?form=harvest&org=KZ-10&period=2026-10&stage=draft").body;
  portal.post("clerk", portal.upload("clerk", "/ru/hand-in", "october.xlsx", second).location);
  CHECK(verify(first).says("<h1>Файл поступал, отчёт заменён редакцией 2</h1>"));
  CHECK(verify(second).says("<h1>Файл не изменён</h1>"));
  REQUIRE(portal.post("clerk", "/ru/report/S-000002/withdraw", {{"reason", "Ошибка"}}).status == 303);
  CHECK(verify(second).says("<h1>Файл поступал, отчёт отозван</h1>"));
  CHECK(verify(first).says("<h1>Файл не изменён</h1>"));  // the revision before counts again
  CHECK_FALSE(verify(second).says("N. clerk"));
  CHECK_FALSE(verify(second).says("S-000002"));
}

TEST_CASE("Verifying: a blank is called a blank, and no file is said never to have been made") {
  Portal portal;
  const auto verify = [&](const std::string& bytes) { return portal.upload("", "/ru/verify", "x.xlsx", bytes); };
  const std::string paper = "<html><!-- " + std::string(document::kBlankMark) + " --></html>";
  CHECK(verify(paper).says("<h1>Это бланк для заполнения от руки</h1>"));
  CHECK(verify(paper).says("Бланки в реестр не записываются; заполнен ли он, не проверено."));
  CHECK(verify("<html></html>").says("<h1>Файл этому реестру неизвестен</h1>"));
  CHECK(verify("<html></html>")
            .says("В нём записаны принятые файлы и документы с кодом; бланки, опросные листы и другие "
                  "файлы без кода не записываются."));
}

TEST_CASE("Verifying: a file that was refused is not said to be accepted") {
  Portal portal;
  const std::string rows = "B-1;Алма;1,50;много\nB-2;Алмұрт;2,25;4\n";
  REQUIRE_FALSE(portal.submit("KZ-10", "draft", rows).starts_with("S-"));
  const Answer answer = portal.upload("", "/ru/verify", "x.csv", "orchard;name;area;tons\n" + rows);
  CHECK(answer.says("<h1>Файл поступал, но не принят</h1>"));
  CHECK(answer.says("В нём были ошибки, поэтому отчёт не принят."));
  CHECK(answer.says("октябрь 2026 года"));
}

TEST_CASE("Handing in: a returned file that was not mended is known, and stays returned") {
  Portal portal;
  add_clerk(portal);
  portal.add("reviewer", {{"reviewer"}});
  const std::string blank = blank_of(portal, "KZ-10");
  portal.post("clerk", portal.upload("clerk", "/ru/hand-in", "october.xlsx", blank).location);
  REQUIRE(portal.post("reviewer", "/ru/review/S-000001/open").status == 303);
  REQUIRE(portal.post("reviewer", "/ru/review/S-000001/return", {{"return-text", "Нет тонн."}}).status == 303);
  const Answer taken = portal.upload("clerk", "/ru/hand-in", "october.xlsx", blank);
  CHECK_FALSE(portal.get("clerk", taken.location).says("Сдать отчёт</button>"));
  const Answer again = portal.post("clerk", taken.location);  // of a page that was opened before the return
  CHECK(again.location == "/ru/report/S-000001?done=REPEATED-RETURNED");
  CHECK(portal.get("clerk", again.location).says("Нет тонн."));
  app::Engine engine = portal.engine();
  CHECK(engine.registry().find("S-000001").state == report::State::returned);
  CHECK(engine.registry().submissions({}).size() == 1);
}
