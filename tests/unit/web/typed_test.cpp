// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "portal_fixture.h"

using namespace esep;
using portal_fixture::Answer;
using portal_fixture::Portal;

namespace {

// The orchards' report of October, handed in by the clerk and waiting for a review.
void hand_in(Portal& portal) {
  portal.add("clerk", {{"agency"}, std::set<std::string>{"KZ-10"}});
  portal.add("viewer", {{"reviewer"}});
  portal.add("chief", {{"approver"}});
  const Answer blank = portal.get("clerk", "/ru/blank?form=harvest&org=KZ-10&period=2026-10&stage=draft");
  REQUIRE(blank.status == 200);
  const Answer taken = portal.upload("clerk", "/ru/hand-in", "october.xlsx", blank.body);
  REQUIRE(portal.post("clerk", taken.location).location == "/ru/report/S-000001?done=RECEIVED");
}

void open_review(Portal& portal) {
  hand_in(portal);
  REQUIRE(portal.post("viewer", "/ru/review/S-000001/open").status == 303);
}

}  // namespace

TEST_CASE("A form of a review in which something is wrong comes again as it was typed") {
  Portal portal;
  open_review(portal);
  SECTION("a wrong term of a recommendation") {
    const Answer again = portal.post("viewer", "/ru/review/S-000001/recommend",
                                     {{"recommend-place", "B3"}, {"recommend-text", "Count again"}, {"due", "soon"}});
    CHECK(again.status == 422);
    CHECK(again.says("<title>Ошибка: "));
    CHECK(again.says("Count again</textarea>"));
    CHECK(again.says("value=\"B3\""));
    CHECK(again.says("value=\"soon\""));
    CHECK(again.says("<a href=\"#due\">Впишите дату в виде ДД.ММ.ГГГГ, например 20.11.2026.</a>"));
    CHECK(again.says("id=\"due-error\">Впишите дату в виде ДД.ММ.ГГГГ, например 20.11.2026.</p>"));
  }
  SECTION("an empty note has a sentence of its own") {
    const Answer again = portal.post("viewer", "/ru/review/S-000001/note", {{"note-place", "B3"}, {"note-text", " "}});
    CHECK(again.status == 422);
    CHECK(again.says("id=\"note-text-error\">Текст пуст. Впишите его.</p>"));
    CHECK(again.says("value=\"B3\""));
  }
  SECTION("a place that is none") {
    const Answer again =
        portal.post("viewer", "/ru/review/S-000001/note", {{"note-place", "A1:B99"}, {"note-text", "Why?"}});
    CHECK(
        again.says("«A1:B99» – не место замечания. Впишите одну ячейку (C14) или пункт проверочного листа (UR-12); "
                   "если оно об отчёте в целом, оставьте поле пустым.</p>"));
    CHECK(again.says("Why?</textarea>"));
  }
  SECTION("a return without a reason") {
    const Answer again = portal.post("viewer", "/ru/review/S-000001/return", {{"return-text", ""}});
    CHECK(again.status == 422);
    CHECK(again.says("id=\"return-text-error\">"));
  }
  SECTION("a step that another person took meanwhile keeps its text, too") {
    REQUIRE(portal.post("viewer", "/ru/review/S-000001/return", {{"return-text", "Count again"}}).status == 303);
    const Answer again = portal.post("viewer", "/ru/review/S-000001/note", {{"note-text", "Long words"}});
    CHECK(again.status == 409);
    CHECK(again.says("Long words</textarea>"));
  }
}

TEST_CASE("A review is not offered to who handed the report in, and the page says why") {
  Portal portal;
  hand_in(portal);
  portal.add("both", {{"agency", "reviewer"}});
  const Answer before = portal.get("both", "/ru/review/S-000001");
  CHECK(before.says("action=\"/ru/review/S-000001/open\""));
  const Answer blank = portal.get("both", "/ru/blank?form=harvest&org=KZ-11&period=2026-10&stage=draft");
  REQUIRE(portal.post("both", portal.upload("both", "/ru/hand-in", "o.xlsx", blank.body).location).status == 303);
  const Answer own = portal.get("both", "/ru/review/S-000002");
  CHECK(own.status == 200);
  CHECK_FALSE(own.says("action=\"/ru/review/S-000002/open\""));
  CHECK(own.says("both"));
}

TEST_CASE("A letter of recommendations is offered only where there are some, and the hint on cells with a note") {
  Portal portal;
  open_review(portal);
  REQUIRE(portal.post("viewer", "/ru/review/S-000001/note", {{"note-text", "Why?"}}).status == 303);
  const Answer noted = portal.get("viewer", "/ru/review/S-000001");
  CHECK_FALSE(noted.says("Письмо с рекомендациями"));
  CHECK(noted.says("id=\"cell-hint\""));
  CHECK(noted.says("N. viewer"));
  REQUIRE(portal.post("viewer", "/ru/review/S-000001/recommend", {{"recommend-text", "Do"}, {"due", "20.11.2026"}})
              .status == 303);
  CHECK(portal.get("viewer", "/ru/review/S-000001").says("Письмо с рекомендациями"));
  CHECK_FALSE(portal.get("tester", "/ru/review/S-000001").says("id=\"cell-hint\""));
  const Answer letter = portal.get("viewer", "/ru/review/S-000001/letter?to=html");
  CHECK(letter.status == 200);
  CHECK(letter.says("N. viewer"));
}

TEST_CASE("An answer or a withdrawal that is not taken comes again as it was typed") {
  Portal portal;
  open_review(portal);
  REQUIRE(portal.post("viewer", "/ru/review/S-000001/recommend", {{"recommend-text", "Do"}, {"due", "20.11.2026"}})
              .status == 303);
  const std::string number = "R-000001";
  REQUIRE(portal.get("clerk", "/ru/report/S-000001").says("id=\"answer-" + number + "\""));
  const Answer answer = portal.post("clerk", "/ru/report/S-000001/answer",
                                    {{"recommendation", number}, {"answer-" + number, "Done \xEF\xBF\xBF in May"}});
  CHECK(answer.status == 422);
  CHECK(answer.says("in May</textarea>"));
  CHECK(answer.says("<a href=\"#answer-" + number + "\">"));
  CHECK(answer.says("id=\"answer-" + number + "-error\">"));
  const Answer withdrawal = portal.post("clerk", "/ru/report/S-000001/withdraw", {{"reason", "😀"}});
  CHECK(withdrawal.status == 422);
  CHECK(withdrawal.says("<details open>"));
  CHECK(withdrawal.says("id=\"reason-error\">"));
}

TEST_CASE("The board keeps what was typed into a waiver without a day") {
  Portal portal;
  portal.add("chief", {{"approver"}});
  const Answer again = portal.post("chief", "/ru/board/waive",
                                   {{"form", "harvest"},
                                    {"period", "2026-10"},
                                    {"org", "KZ-11"},
                                    {"until", "x"},
                                    {"waive-reason", "hail in summer"},
                                    {"basis", "order 1"}});
  CHECK(again.status == 422);
  CHECK(again.says("hail in summer</textarea>"));
  CHECK(again.says("value=\"order 1\""));
  CHECK(again.says("id=\"until-error\">Впишите дату в виде ДД.ММ.ГГГГ, например 20.11.2026.</p>"));
}

TEST_CASE("The history refuses a day that is none, and tells times, persons and locks in words") {
  Portal portal;
  portal.add("auditor", {{"auditor"}});
  REQUIRE(
      portal.post("tester", "/ru/board/lock", {{"form", "harvest"}, {"period", "2026-10"}, {"reason", "all are in"}})
          .status == 303);
  const Answer wrong = portal.get("auditor", "/ru/history?since=yesterday");
  CHECK(wrong.status == 422);
  CHECK(wrong.says("id=\"since-error\">Впишите дату в виде ДД.ММ.ГГГГ, например 20.11.2026.</p>"));
  CHECK_FALSE(wrong.says("<table"));
  const Answer all = portal.get("auditor", "/ru/history");
  CHECK(all.says("10.11.2026 10:00"));
  CHECK(all.says("N. tester (tester)"));
  CHECK(all.says("Причина: all are in"));
  CHECK_FALSE(all.says("(lock)"));
}

TEST_CASE("Today offers last time's data only where there was a last time") {
  Portal portal;
  portal.add("other", {{"agency"}, std::set<std::string>{"KZ-11"}});
  hand_in(portal);
  CHECK_FALSE(portal.get("other", "/ru/today").says("previous=1"));
  CHECK(portal.get("clerk", "/ru/today").says("stage=final&amp;previous=1"));  // its draft is there
  const char* returned =
      "Строки взяты из отчёта S-000001 (октябрь 2026 года), а он возвращён на исправление: проверьте значения.";
  CHECK_FALSE(portal.get("clerk", "/ru/today").says(returned));
  REQUIRE(portal.post("viewer", "/ru/review/S-000001/open").status == 303);
  REQUIRE(portal.post("viewer", "/ru/review/S-000001/return", {{"return-text", "Нет тонн."}}).status == 303);
  CHECK(portal.get("clerk", "/ru/today").says(returned));
}

TEST_CASE("An address with a slash at its end leads to the one without") {
  Portal portal;
  portal.add("clerk", {{"agency"}, std::set<std::string>{"KZ-10"}});
  const Answer answer = portal.get("clerk", "/ru/today/");
  CHECK(answer.status == 303);
  CHECK(answer.location == "/ru/today");
  CHECK(portal.get("", "/ru/").status == 200);
}

TEST_CASE("An empty file to verify has a sentence of its own") {
  Portal portal;
  const Answer answer = portal.upload("", "/ru/verify", "empty.pdf", "");
  CHECK(answer.status == 422);
  CHECK(answer.says("Файл пуст: в нём нет ни одного байта."));
}
