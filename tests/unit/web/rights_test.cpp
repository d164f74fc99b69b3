// SPDX-License-Identifier: MIT
// Every route and every role, by hand: 200 a page, 303 to sign-in, 403 the role lacks the page, 404 another body's.
#include <catch2/catch.hpp>

#include "portal_fixture.h"
#include "web/route.h"

using namespace esep;
using portal_fixture::Answer;
using portal_fixture::Portal;

namespace {

struct Expected {
  const char* path;
  const char* roles;  // who sees it, by the letters below; "*": whoever is signed in; "+": anyone
};

// a agency, g registrar, r reviewer, p approver, c coordinator, o portal_operator, b programme_administrator,
// q queue_operator, v provider, m account_admin, u auditor
const std::map<char, const char*> kRoles = {{'a', "agency"},
                                            {'g', "registrar"},
                                            {'r', "reviewer"},
                                            {'p', "approver"},
                                            {'c', "coordinator"},
                                            {'o', "portal_operator"},
                                            {'b', "programme_administrator"},
                                            {'q', "queue_operator"},
                                            {'v', "provider"},
                                            {'m', "account_admin"},
                                            {'u', "auditor"}};

const std::vector<Expected> kPages = {
    {"/", "+"},
    {"/sign-in", "+"},
    {"/verify", "+"},
    {"/calendar", "+"},
    {"/account", "*"},
    {"/today", "agcbq"},
    {"/hand-in", "agcbq"},
    {"/record/event?what=opened&org=KZ-10", "agcbq"},
    {"/report/S-000001", "agrpcobqu"},
    {"/report/S-000001/file", "agrpcobqu"},
    {"/board?form=harvest&period=2026-10", "grpcu"},
    {"/board/paper?form=harvest&period=2026-10&to=pdf", "grpcu"},
    {"/summary", "grpcu"},
    {"/composed", "gpc"},
    {"/composed/dispatch?form=harvest-total&org=KZ-10&period=2026-10", "gpc"},
    {"/proposals", "obgap"},
    {"/desk", "grp"},
    {"/review/S-000001", "grp"},
    {"/history", "u"},
    {"/accounts", "m"},
    {"/accounts/admin", "m"},
};

}  // namespace

TEST_CASE("Rights: each page for each role, of every body") {
  Portal portal;
  REQUIRE(portal.submit("KZ-10", "draft", "B-1;Алма;1,50;10\nB-2;Алмұрт;2,25;4\n") == "S-000001");
  for (const auto& [letter, role] : kRoles) portal.add(role, {{role}});
  for (const Expected& page : kPages) {
    const std::string address = "/ru" + std::string(page.path);
    const std::string roles = page.roles;
    INFO(address);
    CHECK(portal.get("", address).status == (roles == "+" ? 200 : 303));
    for (const auto& [letter, role] : kRoles) {
      INFO(role);
      const bool open = roles == "+" || roles == "*" || roles.find(letter) != std::string::npos;
      const bool signed_in_already = std::string(page.path) == "/sign-in";
      CHECK(portal.get(role, address).status == (signed_in_already ? 303 : open ? 200 : 403));
    }
  }
}

TEST_CASE("Rights: every route stands in the table above, or takes a form") {
  std::set<std::string> known;
  for (const Expected& page : kPages) known.insert(std::string(page.path).substr(0, std::string(page.path).find('?')));
  std::vector<std::string> missing;
  for (const web::Route& route : web::routes()) {
    const bool listed = std::any_of(known.begin(), known.end(), [&](const std::string& path) {
      return web::match(route.pattern, path).has_value();
    });
    if (!listed && route.method == http::Method::get) missing.emplace_back(route.pattern);
  }
  // Of what a person has begun, or of another kind of thing: tests of their own.
  CHECK(missing == std::vector<std::string>{"/invitation/{token}", "/v/{code}", "/blank", "/hand-in/{upload}",
                                            "/hand-in/{upload}/marked", "/report/{number}/paper", "/composed/paper",
                                            "/summary/{summary}", "/summary/{summary}/paper", "/review/{number}/letter",
                                            "/review/{number}/checklist/{checklist}"});
}

TEST_CASE("Rights: what is another body's is not there, whatever the address") {
  Portal portal;
  REQUIRE(portal.submit("KZ-10", "draft", "B-1;Алма;1,50;10\nB-2;Алмұрт;2,25;4\n") == "S-000001");
  const std::set<std::string> other = {"KZ-11"};
  portal.add("other", {{"agency", "registrar", "reviewer", "approver", "coordinator"}, other});
  for (const char* address :
       {"/report/S-000001", "/report/S-000001/file", "/report/S-000001/paper?kind=report&to=pdf",
        "/report/S-000001/paper?kind=receipt&to=pdf", "/review/S-000001", "/review/S-000001/letter?to=pdf",
        "/review/S-000001/checklist/unified-requirements", "/blank?form=harvest&org=KZ-10&period=2026-10&stage=draft",
        "/record/event?what=opened&org=KZ-10", "/composed/paper?form=harvest-total&org=KZ-10&period=2026-10&to=pdf",
        "/composed/dispatch?form=harvest-total&org=KZ-10&period=2026-10", "/report/S-999999"}) {
    INFO(address);
    CHECK(portal.get("other", "/ru" + std::string(address)).status == 404);
  }
  for (const char* address :
       {"/report/S-000001/withdraw", "/report/S-000001/answer", "/review/S-000001/open", "/review/S-000001/note",
        "/review/S-000001/approve", "/review/S-000001/checklist/unified-requirements"}) {
    INFO(address);
    CHECK(portal.post("other", "/ru" + std::string(address)).status == 404);
  }
  CHECK(
      portal.post("other", "/ru/record/event", {{"what", "opened"}, {"org", "KZ-10"}, {"date", "01.11.2026"}}).status ==
      404);
  CHECK(
      portal.post("other", "/ru/board/waive", {{"form", "harvest"}, {"period", "2026-10"}, {"org", "KZ-10"}}).status ==
      404);
  CHECK_FALSE(portal.get("other", "/ru/board?form=harvest&period=2026-10").says("S-000001"));
  CHECK_FALSE(portal.get("other", "/ru/desk?show=all").says("S-000001"));
}

TEST_CASE("Rights: whose account is bound sees no summary of all bodies, in no format") {
  Portal portal;
  portal.write("data/summaries/harvests.toml",
               "summary = \"harvests\"\ntitle = { kk = \"Өнім\", ru = \"Урожай\" }\nlaw = { kk = \"1-бұйрық\", ru = "
               "\"Приказ 1\" }\n"
               "[[section]]\nname = { kk = \"Б\", ru = \"С\" }\n[[section.block]]\nkind = \"table\"\n"
               "query = \"SELECT name_ru AS name FROM orchards WHERE owner = :organisation\"\n"
               "column = [ { id = \"name\", title = { kk = \"Бақ\", ru = \"Сад\" } } ]\n");
  portal.add("bound", {{"registrar", "coordinator"}, std::set<std::string>{"KZ-10"}});
  portal.add("chief", {{"registrar"}});
  for (const char* address : {"/ru/summary/roadmap?period=2026-H1", "/ru/summary/roadmap/paper?to=pdf&period=2026-H1",
                              "/ru/summary/harvests?org=KZ-11", "/ru/summary/harvests/paper?to=html&org=KZ-11"}) {
    INFO(address);
    CHECK(portal.get("bound", address).status == 403);
  }
  CHECK(portal.get("chief", "/ru/summary/roadmap?period=2026-H1").status != 403);
  CHECK(portal.get("chief", "/ru/summary").says("/ru/summary/roadmap"));
  const Answer list = portal.get("bound", "/ru/summary");
  CHECK_FALSE(list.says("/ru/summary/roadmap"));
  CHECK(list.says("/ru/summary/harvests"));
  const Answer own = portal.get("bound", "/ru/summary/harvests");
  CHECK(own.status == 200);
  CHECK(own.says("Яблоки"));
  CHECK_FALSE(own.says("Абрикос"));
}

TEST_CASE("Rights: another body's subject and one that nobody has get one answer") {
  Portal portal;
  portal.event("B-3", "KZ-11", "2026-10-20");
  portal.add("clerk", {{"agency"}, std::set<std::string>{"KZ-10"}});
  const std::string address = "/ru/blank?form=talk&org=KZ-10&subject=";
  CHECK(portal.get("clerk", address + "B-3").body == portal.get("clerk", address + "none").body);
  for (const char* subject : {"B-3", "none"}) {
    const std::map<std::string, std::string> fields = {
        {"what", "opened"}, {"org", "KZ-10"}, {"subject", subject}, {"date", "01.11.2026"}};
    CHECK(portal.post("clerk", "/ru/record/event", fields).status == 404);
  }
}

TEST_CASE("Rights: a waiting file is its person's alone") {
  Portal portal;
  portal.add("clerk", {{"agency"}, std::set<std::string>{"KZ-10"}});
  portal.add("colleague", {{"agency"}, std::set<std::string>{"KZ-10"}});
  const std::string place = portal.upload("clerk", "/ru/hand-in", "a.csv", "orchard;tons\nB-1;1\n").location;
  CHECK(portal.get("clerk", place).status == 200);
  CHECK(portal.get("colleague", place).status == 404);
  CHECK(portal.post("colleague", place).status == 404);
  CHECK(portal.get("clerk", "/ru/hand-in/..%2f..%2fesep.db").status == 404);
}

TEST_CASE("Rights: a deed that the role may not do is refused where it is done") {
  Portal portal;
  REQUIRE(portal.submit("KZ-10", "draft", "B-1;Алма;1,50;10\nB-2;Алмұрт;2,25;4\n") == "S-000001");
  portal.add("reviewer", {{"reviewer"}});
  portal.add("auditor", {{"auditor"}});
  CHECK(portal.post("reviewer", "/ru/review/S-000001/approve").status == 409);
  CHECK(
      portal.post("reviewer", "/ru/board/lock", {{"form", "harvest"}, {"period", "2026-10"}, {"reason", "x"}}).status ==
      409);
  CHECK(portal
            .post("auditor", "/ru/board/waive",
                  {{"form", "harvest"},
                   {"period", "2026-10"},
                   {"org", "KZ-10"},
                   {"until", "30.11.2026"},
                   {"waive-reason", "x"},
                   {"basis", "y"}})
            .status == 409);
  CHECK(portal.post("auditor", "/ru/report/S-000001/withdraw", {{"reason", "x"}}).status == 403);
}
