// SPDX-License-Identifier: MIT
#include "app/accounts/own_password.h"
#include "web/pages.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

// The person's login stands in the form, so that a keeper of passwords knows whose it is.
Markup fields(const Visitor& visitor, const std::string& login, const std::vector<Mistake>& mistakes) {
  const std::string mistake = mistakes.empty() ? "" : mistakes.front().text;
  return element("input", {{"type", "text"},
                           {"name", "login"},
                           {"value", login},
                           {"autocomplete", "username"},
                           {"class", "unseen"},
                           {"aria-hidden", "true"},
                           {"tabindex", "-1"},
                           flag("readonly")}) +
         input_field(
             {"new-password", visitor.say("WEB-NEW-PASSWORD"), visitor.say("WEB-NEW-PASSWORD-HINT"), "", mistake},
             "password", "new-password");
}

http::Response invitation_over(const Visitor& visitor) {
  return page_response(visitor,
                       {visitor.say("WEB-INVITATION-OVER"), paragraph(visitor.say("WEB-INVITATION-OVER-HINT")), 404});
}

http::Response invitation_form(const Visitor& visitor, const std::string& token, const std::vector<Mistake>& mistakes) {
  const auto account = visitor.accounts().invited(token, visitor.clock().instant);
  if (!account) return invitation_over(visitor);
  Page page{visitor.say("WEB-INVITATION"), {}, mistakes.empty() ? 200 : 422, mistakes};
  page.body =
      paragraph(visitor.say(Message("WEB-INVITATION-FOR", {{"name", account->name}, {"login", account->login}})));
  page.body += post_form(visitor, "/invitation/" + token,
                         fields(visitor, account->login, mistakes) + button(visitor.say("WEB-SET-PASSWORD")));
  return page_response(visitor, page);
}

http::Response own_account_form(const Visitor& visitor, const std::vector<Mistake>& mistakes) {
  const accounts::Account& account = visitor.session()->account;
  Page page{visitor.say("WEB-OWN-ACCOUNT"), {}, mistakes.empty() ? 200 : 422, mistakes, done_text(visitor)};
  page.body = facts({{visitor.say("ACCOUNT-NAME"), account.name}, {visitor.say("ACCOUNT-LOGIN"), account.login}});
  page.body += paragraph(visitor.say("WEB-SESSION-ENDS"));
  const Markup old = input_field({"old-password", visitor.say("WEB-OLD-PASSWORD")}, "password", "current-password");
  page.body += heading(2, visitor.say("WEB-CHANGE-PASSWORD"));
  page.body += post_form(visitor, "/account",
                         old + fields(visitor, account.login, mistakes) + button(visitor.say("WEB-SET-PASSWORD")));
  return page_response(visitor, page);
}

}  // namespace

http::Response invitation_page(const Visitor& visitor, const PathValues& values) {
  return invitation_form(visitor, values.at("token"), {});
}

http::Response accept_invitation(const Visitor& visitor, const PathValues& values) {
  const std::string& token = values.at("token");
  if (!visitor.accounts().invited(token, visitor.clock().instant)) return invitation_over(visitor);
  const Message refusal = app::accept_invitation(visitor.engine(), visitor.accounts(), token,
                                                 visitor.request().form.get("new-password"), visitor.clock().instant);
  if (!refusal.empty()) return invitation_form(visitor, token, {{"new-password", visitor.say(refusal)}});
  return go_to_done(visitor, "/sign-in", "WEB-DONE-PASSWORD-SET");
}

http::Response own_account_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  return own_account_form(visitor, {});
}

http::Response change_own_password(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const http::Fields& form = visitor.request().form;
  const Message refusal = app::change_password(
      visitor.engine(), visitor.accounts(),
      {visitor.session_token(), form.get("old-password"), form.get("new-password")}, visitor.clock().instant);
  if (refusal.empty()) return go_to_done(visitor, "/account", "WEB-DONE-PASSWORD-SET");
  const char* field = refusal.key == "PASSWORD-OLD-WRONG" ? "old-password" : "new-password";
  return own_account_form(visitor, {{field, visitor.say(refusal)}});
}

}  // namespace esep::web
