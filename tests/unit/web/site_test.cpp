// SPDX-License-Identifier: MIT
#include "web/site.h"

#include <catch2/catch.hpp>

#include "portal_fixture.h"
#include "web/route.h"

using namespace esep;
using portal_fixture::Answer;
using portal_fixture::Portal;

TEST_CASE("Site: an address without a language leads to the reader's") {
  Portal portal;
  http::Request asked = portal.request("", "/");
  CHECK(portal.ask(asked).location == "/kk/");
  asked.headers.add("accept-language", "de, ru;q=0.8, en;q=0.5");
  CHECK(portal.ask(asked).location == "/ru/");
  asked.cookies.add(web::kLanguageCookie, "en");
  CHECK(portal.ask(asked).location == "/en/");
  CHECK(portal.get("", "/v/1A2B-3C4D-5E6F").location == "/kk/v/1A2B-3C4D-5E6F");
  CHECK(portal.get("", "/today").status == 404);
  CHECK(portal.get("", "/de/").status == 404);
}

TEST_CASE("Site: every page is in each language and says so") {
  Portal portal;
  for (const char* lang : {"kk", "ru", "en"}) {
    for (const char* page : {"/", "/sign-in", "/verify", "/calendar"}) {
      const Answer answer = portal.get("", "/" + std::string(lang) + page);
      CHECK(answer.status == 200);
      CHECK(answer.says("<html lang=\"" + std::string(lang) + "\">"));
    }
  }
}

TEST_CASE("Site: health, metrics and assets need nobody signed in, and give nothing away") {
  Portal portal;
  CHECK(portal.get("", "/health").body == "ok\n");
  CHECK(portal.get("", "/metrics").says("esep_requests_total"));
  const std::string page = portal.get("", "/ru/").body;
  const size_t at = page.find("/assets/");
  const std::string style = page.substr(at, page.find('"', at) - at);
  CHECK(portal.get("", style).status == 200);
  CHECK(portal.get("", "/assets/0123456789ab/portal.css").status == 404);
  CHECK(portal.get("", "/assets/").status == 404);
}

TEST_CASE("Site: the page that was asked for comes after signing in, and only a page of this portal") {
  Portal portal;
  portal.add("clerk", {{"agency"}, std::set<std::string>{"KZ-10"}});
  portal.set_password("clerk");
  CHECK(portal.get("", "/ru/today").location == "/ru/sign-in?to=/today");
  http::Request asked = portal.request("", "/ru/sign-in");
  asked.method = http::Method::post;
  asked.form.add("login", "clerk");
  asked.form.add("password", "pass of clerk here");
  SECTION("a path") {
    asked.form.add("to", "/today");
    const Answer answer = portal.ask(asked);
    CHECK(answer.status == 303);
    CHECK(answer.location == "/ru/today");
    CHECK(answer.cookie.ends_with("; Path=/; Max-Age=86400; Secure; HttpOnly; SameSite=Lax"));
  }
  SECTION("an address elsewhere") {
    asked.form.add("to", "//evil.example/");
    CHECK(portal.ask(asked).location == "/ru/");
  }
  SECTION("line ends") {
    asked.form.add("to", "/a\r\nSet-Cookie: x=1");
    CHECK(portal.ask(asked).location == "/ru/a%0D%0ASet-Cookie%3A%20x%3D1");
  }
}

TEST_CASE("Site: who signs in gets another token than before, so nobody can plant one") {
  Portal portal;
  portal.add("clerk", {{"agency"}});
  portal.set_password("clerk");
  const std::string before = portal.session("clerk");
  const Answer answer = portal.post("clerk", "/ru/sign-in", {{"login", "clerk"}, {"password", "pass of clerk here"}});
  CHECK(answer.status == 303);
  CHECK(answer.cookie.find(before) == std::string::npos);
  CHECK(portal.get("clerk", "/ru/today").status == 303);  // the earlier session has ended
  http::Request planted = portal.request("", "/ru/today");
  planted.cookies.add(web::kSessionCookie, "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
  CHECK(portal.ask(planted).status == 303);
}

TEST_CASE("Site: who signs in in a second window is led on, not refused") {
  Portal portal;
  portal.add("clerk", {{"agency"}});
  http::Request second = portal.request("clerk", "/ru/sign-in");  // its form is from before the first one signed in
  second.method = http::Method::post;
  second.form.add("login", "clerk");
  const Answer answer = portal.ask(second);
  CHECK(answer.status == 303);
  CHECK(answer.location == "/ru/today");
  CHECK(answer.cookie.empty());
  CHECK(portal.get("clerk", "/ru/today").status == 200);  // the session goes on
  http::Request other = portal.request("admin", "/ru/sign-in");
  other.method = http::Method::post;
  CHECK(portal.ask(other).location == "/ru/");
}

TEST_CASE("Site: every answer forbids what it does not need, wherever it leads") {
  Portal portal;
  portal.add("clerk", {{"agency"}});
  const std::string page = portal.get("", "/ru/").body;
  const size_t at = page.find("/assets/");
  for (const std::string& address : {std::string("/"), std::string("/ru/"), std::string("/ru/today"),
                                     std::string("/health"), std::string("/metrics"), std::string("/ru/none"),
                                     page.substr(at, page.find('"', at) - at), std::string("/assets/none")}) {
    INFO(address);
    CHECK(portal.get("", address).sniffing == "nosniff");
    CHECK(portal.get("", address).policy.starts_with("default-src 'none'"));
  }
  CHECK(portal.post("clerk", "/ru/sign-out").sniffing == "nosniff");
  CHECK(portal.post("clerk", "/ru/sign-out").policy.starts_with("default-src 'none'"));
}

TEST_CASE("Site: a form of another page does nothing") {
  Portal portal;
  http::Request asked = portal.request("admin", "/ru/accounts");
  asked.method = http::Method::post;
  for (const auto& [name, value] : {std::pair{"login", "evil"}, {"name", "E. Evil"}, {"role", "approver"}})
    asked.form.add(name, value);
  SECTION("without the token") { CHECK(portal.ask(asked).status == 403); }
  SECTION("with a wrong token") {
    asked.form.add(web::kCsrfField, std::string(portal.csrf("admin").size(), '0'));
    CHECK(portal.ask(asked).status == 403);
  }
  SECTION("with the token, from another site") {
    asked.form.add(web::kCsrfField, portal.csrf("admin"));
    asked.headers.add("sec-fetch-site", "cross-site");
    CHECK(portal.ask(asked).status == 403);
  }
  SECTION("with the token, from another origin") {
    asked.form.add(web::kCsrfField, portal.csrf("admin"));
    asked.headers.add("origin", "https://evil.example");
    CHECK(portal.ask(asked).status == 403);
  }
  CHECK_FALSE(portal.get("admin", "/ru/accounts").says("evil"));
}

TEST_CASE("Site: what a user writes is text on every page") {
  Portal portal;
  const std::string script = "<script>alert(1)</script>\"'>";
  portal.add("clerk", {{"agency"}, std::set<std::string>{"KZ-10"}});
  CHECK(portal.post("admin", "/ru/accounts", {{"login", "x"}, {"name", script}, {"role", "agency"}, {"org", "KZ-10"}})
            .status == 200);
  for (const auto& [login, page] : {std::pair{"admin", "/ru/accounts"}, {"admin", "/ru/accounts/x"}})
    CHECK_FALSE(portal.get(login, page).says("<script>alert"));
  CHECK_FALSE(portal.get("", "/ru/v/" + script).says("<script>alert"));
  CHECK_FALSE(portal.get("", "/ru/sign-in?to=" + script).says("<script>alert"));
  CHECK_FALSE(portal.get("", "/ru/verify?done=" + script).says("<script>alert"));
  const Answer taken = portal.upload("clerk", "/ru/hand-in", script + ".csv", "orchard;tons\n" + script + ";1\n");
  REQUIRE(taken.status == 303);
  CHECK_FALSE(portal.get("clerk", taken.location).says("<script>alert"));
}

TEST_CASE("Site: what hashes a password waits apart from the pages") {
  const auto waits = [](http::Method method, const std::string& path) {
    http::Request out;
    out.method = method;
    out.path = path;
    return web::Site::waits(out);
  };
  for (const char* path : {"/ru/sign-in", "/kk/account", "/en/invitation/0123456789abcdef"}) {
    CHECK(waits(http::Method::post, path));
    CHECK_FALSE(waits(http::Method::get, path));
  }
  CHECK_FALSE(waits(http::Method::post, "/sign-in"));
  CHECK_FALSE(waits(http::Method::post, "/ru/hand-in"));
  CHECK_FALSE(waits(http::Method::post, "/ru/verify"));
}

TEST_CASE("Site: a wrong password says nothing of who exists, and guessing has to wait") {
  Portal portal;
  portal.add("clerk", {{"agency"}});
  portal.set_password("clerk");
  const auto wrong = [&](const std::string& login) {
    return portal.post("", "/ru/sign-in", {{"login", login}, {"password", "no"}});
  };
  const auto without_login = [](std::string page, const std::string& login) {
    for (size_t at = 0; (at = page.find(login)) != std::string::npos;) page.replace(at, login.size(), "LOGIN");
    return page;
  };
  CHECK(without_login(wrong("clerk").body, "clerk") == without_login(wrong("nobody").body, "nobody"));
  for (int i = 0; i < 4; ++i) CHECK(wrong("clerk").status == 422);
  CHECK(wrong("clerk").status == 429);
  CHECK(portal.post("", "/ru/sign-in", {{"login", "clerk"}, {"password", "pass of clerk here"}}).status == 429);
}

TEST_CASE("Site: who asks for many codes has to wait, whatever the language, and others do not") {
  Portal portal;
  for (int i = 0; i < 40; ++i) {
    const char* lang = i % 2 == 0 ? "/kk" : "/ru";
    CHECK(portal.get("", lang + ("/v/0000-0000-00" + std::to_string(10 + i))).status == 404);
  }
  for (const auto& [lang, words] :
       {std::pair{"kk", "Сұраулар тым көп"}, {"ru", "Слишком много запросов"}, {"en", "There are too many requests"}}) {
    const Answer answer = portal.get("", "/" + std::string(lang) + "/v/0000-0000-0000");
    CHECK(answer.status == 429);
    CHECK(answer.retry_after == "2");
    CHECK(answer.says(words));
  }
  CHECK(portal.get("", "/v/0000-0000-0000").status == 429);
  CHECK(portal.post("", "/ru/verify", {{"code", "0000-0000-0000"}}).status == 429);
  CHECK(portal.upload("", "/ru/verify", "a.pdf", "x").status == 429);
  CHECK(portal.get("", "/ru/verify").status == 200);
  http::Request other = portal.request("", "/ru/v/0000-0000-0000");
  other.address = "10.0.0.8";
  CHECK(portal.ask(other).status == 404);
}

TEST_CASE("Site: passwords and invitations cannot be tried one after the other from one address") {
  Portal portal;
  for (int i = 0; i < 30; ++i) {
    CHECK(portal.post("", "/ru/invitation/" + std::to_string(i), {{"new-password", "x"}}).status != 429);
    CHECK(portal.post("", "/ru/invitation/" + std::to_string(i), {{"new-password", "x"}}).status != 429);
  }
  CHECK(portal.post("", "/ru/sign-in", {{"login", "admin"}, {"password", "pass of admin here"}}).status == 429);
  CHECK(portal.post("", "/ru/invitation/1", {{"new-password", "x"}}).status == 429);
  CHECK(portal.get("", "/ru/sign-in").status == 200);
}

TEST_CASE("Site: what is typed at the door is kept no longer than a name") {
  Portal portal;
  const std::string endless(300'000, 'x');
  CHECK(portal.post("", "/ru/sign-in", {{"login", endless}, {"password", "no"}}).status == 422);
  accounts::Passwords passwords;
  accounts::AccountStore store(portal.path("accounts.db"), passwords);
  CHECK(store.sign_ins(1).front().login.size() == 500);
  const sqlite::Database database(portal.path("accounts.db"), sqlite::OpenMode::read_only);
  CHECK(std::get<int64_t>(*database.value("SELECT max(length(look)) FROM attempt")) == 500);
}

namespace {

// The links to the page in the three languages.
std::vector<std::string> language_links(const Answer& answer) {
  std::vector<std::string> out;
  const std::string mark = "\" lang=\"";
  const size_t begin = answer.body.find("class=\"languages\"");
  const size_t end = answer.body.find("</nav>", begin);
  for (size_t at = begin; (at = answer.body.find(mark, at)) < end; ++at) {
    const size_t from = answer.body.rfind("href=\"", at) + 6;
    out.push_back(answer.body.substr(from, at - from));
  }
  return out;
}

using Links = std::vector<std::string>;

}  // namespace

TEST_CASE("Site: the links to the other languages lead to pages, behind a form, too") {
  Portal portal;
  portal.add("clerk", {{"agency"}, std::set<std::string>{"KZ-10"}});
  const Answer hand_in = portal.post("clerk", "/ru/hand-in");
  CHECK(hand_in.status == 422);
  CHECK(language_links(hand_in) == Links{"/kk/hand-in", "/ru/hand-in", "/en/hand-in"});
  const Answer withdrawn = portal.post("clerk", "/ru/report/S-000001/withdraw");
  CHECK(withdrawn.status == 404);
  CHECK(language_links(withdrawn) == Links{"/kk/report/S-000001", "/ru/report/S-000001", "/en/report/S-000001"});
  CHECK(language_links(portal.get("tester", "/ru/board/lock")) == Links{"/kk/board", "/ru/board", "/en/board"});
  CHECK(language_links(portal.get("", "/ru/no/such")) == Links{"/kk/no/such", "/ru/no/such", "/en/no/such"});
}

TEST_CASE("Site: the links to the other languages keep what was asked for") {
  Portal portal;
  CHECK(language_links(portal.get("tester", "/ru/board?form=harvest&period=2026-10")) ==
        Links{"/kk/board?form=harvest&amp;period=2026-10", "/ru/board?form=harvest&amp;period=2026-10",
              "/en/board?form=harvest&amp;period=2026-10"});
}

TEST_CASE("Site: a form that names no report is answered, not broken") {
  Portal portal;
  portal.add("chief", {{"coordinator"}});
  const std::string path = "/ru/composed/dispatch";
  CHECK(portal.post("chief", path).status == 422);
  CHECK(portal.get("chief", path).status == 200);
  const std::map<std::string, std::string> day = {{"form", "harvest-total"}, {"org", "KZ-10"}, {"date", "10.11.2026"}};
  CHECK(portal.post("chief", path, day).status == 422);
  CHECK(portal.post("chief", path, {{"form", "nothing"}, {"org", "KZ-10"}, {"date", "10.11.2026"}}).status == 422);
}

TEST_CASE("Site: no answer to a form has a link to another language that is refused") {
  Portal portal;
  portal.add("all", {{"agency", "registrar", "reviewer", "approver", "coordinator", "portal_operator", "auditor",
                      "programme_administrator", "account_admin"}});
  for (const web::Route& route : web::routes()) {
    if (route.method != http::Method::post || route.pattern == "/sign-out") continue;
    std::string path(route.pattern);
    for (size_t open = path.find('{'); open != std::string::npos; open = path.find('{'))
      path.replace(open, path.find('}') - open + 1, "x1");
    CAPTURE(path);
    for (const std::string& link : language_links(portal.post("all", "/ru" + path)))
      CHECK(portal.get("all", link).status != 405);
  }
}
