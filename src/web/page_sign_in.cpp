// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "web/pages.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

// Where to after signing in: a path of this portal alone.
std::string wanted_page(const http::Fields& fields) {
  const std::string to = fields.get("to");
  const bool ours = to.starts_with('/') && !to.starts_with("//");
  return ours ? to : "/";
}

Markup the_form(const Visitor& visitor, const std::string& login, const std::string& to, bool asks_code) {
  Markup inside = hidden_field("to", to);
  inside += input_field({"login", visitor.say("WEB-LOGIN"), "", login}, "text", "username");
  inside += input_field({"password", visitor.say("WEB-PASSWORD")}, "password", "current-password");
  if (asks_code)
    inside += input_field({"code", visitor.say("WEB-ONE-TIME-CODE"), visitor.say("WEB-ONE-TIME-CODE-HINT")}, "text",
                          "one-time-code");
  return post_form(visitor, "/sign-in", inside + button(visitor.say("WEB-SIGN-IN")));
}

Mistake mistake_in(const Visitor& visitor, const accounts::AccountStore::SignedIn& result) {
  switch (result.result) {
    case accounts::SignInResult::needs_code:
      return {"code", visitor.say("WEB-CODE-NEEDED")};
    case accounts::SignInResult::wait: {
      const auto seconds = std::max<accounts::Instant>(result.wait_until - visitor.clock().instant, 1);
      return {"login", visitor.say(Message("WEB-SIGN-IN-WAIT", {{"minutes", std::to_string((seconds + 59) / 60)}}))};
    }
    default:
      return {"login", visitor.say("WEB-SIGN-IN-WRONG")};
  }
}

// Lax: who follows a link from a letter is signed in; a form of another site is not.
std::string session_cookie(const std::string& token, accounts::Instant seconds) {
  return fmt::format("{}={}; Path=/; Max-Age={}; Secure; HttpOnly; SameSite=Lax", kSessionCookie, token, seconds);
}

}  // namespace

http::Response sign_in_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  if (visitor.session()) return go_to(visitor, "/");
  const http::Fields& query = visitor.request().query;
  Page page{visitor.say("WEB-SIGN-IN"), the_form(visitor, "", wanted_page(query), false)};
  page.body += paragraph(visitor.say("WEB-SIGN-IN-HELP"));
  page.done = done_text(visitor);
  return page_response(visitor, page);
}

http::Response sign_in(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const http::Fields& form = visitor.request().form;
  const std::string login = form.get("login");
  const auto result = visitor.accounts().sign_in(
      {login, form.get("password"), form.get("code"), visitor.request().address}, visitor.clock().instant);
  if (result.result == accounts::SignInResult::ok) {
    // Another token than before, so nobody can make a person use one that he knows.
    if (visitor.session()) visitor.accounts().sign_out(visitor.session_token());
    visitor.accounts().clean(visitor.clock().instant);
    http::Response out = go_to(visitor, wanted_page(form));
    out.headers.emplace_back("Set-Cookie", session_cookie(result.token, accounts::AccountStore::kSessionMost));
    return out;
  }
  const bool asks_code = result.result == accounts::SignInResult::needs_code || form.find("code");
  Page page{visitor.say("WEB-SIGN-IN"), the_form(visitor, login, wanted_page(form), asks_code), 422};
  page.mistakes = {mistake_in(visitor, result)};
  if (result.result != accounts::SignInResult::wait) return page_response(visitor, page);
  page.status = 429;
  http::Response out = page_response(visitor, page);
  const auto seconds = std::max<accounts::Instant>(result.wait_until - visitor.clock().instant, 1);
  out.headers.emplace_back("Retry-After", std::to_string(seconds));
  return out;
}

http::Response sign_out(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  visitor.accounts().sign_out(visitor.session_token());
  http::Response out = go_to_done(visitor, "/sign-in", "WEB-DONE-SIGNED-OUT");
  out.headers.emplace_back("Set-Cookie", session_cookie("", 0));
  return out;
}

}  // namespace esep::web
