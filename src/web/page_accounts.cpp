// SPDX-License-Identifier: MIT
#include <map>

#include "accounts/totp.h"
#include "app/accounts/account_desk.h"
#include "app/core/names.h"
#include "base/percent_encoded.h"
#include "base/text.h"
#include "web/pages.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

constexpr int kSignInsShown = 50;

const char* state_key(const accounts::Account& account) {
  if (account.disabled) return "ACCOUNT-DISABLED";
  return account.has_password ? "ACCOUNT-ACTIVE" : "ACCOUNT-INVITED";
}

std::string role_titles(const Visitor& visitor, const report::UserRights& rights) {
  std::vector<std::string> out;
  for (const std::string& id : rights.roles) {
    const report::Role* role = visitor.engine().workflow().role(id);
    out.push_back(role == nullptr ? id : visitor.say(role->title));
  }
  return join(out, ", ");
}

std::string body_titles(const Visitor& visitor, const report::UserRights& rights) {
  if (!rights.bodies) return visitor.say("ACCOUNT-ALL-BODIES");
  std::vector<std::string> out;
  for (const std::string& code : *rights.bodies)
    out.push_back(visitor.say(app::organisation_title(visitor.engine(), code)));
  return join(out, "; ");
}

std::string account_path(const std::string& login) { return "/accounts/" + percent_encoded(login); }

Choices role_choices(const Visitor& visitor) {
  Choices out;
  for (const report::Role& role : visitor.engine().workflow().roles) out.emplace_back(role.id, visitor.say(role.title));
  return out;
}

// "*": all bodies, as people tick it.
constexpr const char* kAllBodies = "*";

Markup rights_fields(const Visitor& visitor, const report::UserRights& rights, const std::vector<Mistake>& mistakes) {
  const auto bodies = rights.bodies.value_or(std::set<std::string>());
  const FieldText roles{"role", visitor.say("ACCOUNT-ROLES"), "", "", mistake_at(mistakes, "role")};
  const FieldText codes{"org", visitor.say("ACCOUNT-BODIES"), visitor.say("WEB-BODIES-HINT"),
                        join({bodies.begin(), bodies.end()}, ", "), mistake_at(mistakes, "org")};
  return tick_boxes(roles, role_choices(visitor), {rights.roles.begin(), rights.roles.end()}) +
         input_field(codes, "text", "off") +
         tick_boxes({"all-bodies", visitor.say("WEB-OR-ALL-BODIES")}, {{kAllBodies, visitor.say("ACCOUNT-ALL-BODIES")}},
                    rights.bodies ? std::vector<std::string>{} : std::vector<std::string>{kAllBodies});
}

// Codes of bodies or the box for all: nothing of both is nobody's body, never everybody's.
report::UserRights rights_of(const http::Fields& form) {
  report::UserRights out;
  for (const std::string& role : form.all("role")) out.roles.insert(role);
  out.bodies.emplace();
  for (const std::string& body : split(form.get("org"), ','))
    if (!trim(body).empty()) out.bodies->insert(trim(body));
  const bool all = form.get("all-bodies") == kAllBodies || *out.bodies == std::set<std::string>{kAllBodies};
  if (all && (out.bodies->empty() || out.bodies->contains(kAllBodies))) out.bodies.reset();
  return out;
}

// All bodies and some of them at once: nobody knows which is meant.
std::optional<Mistake> contradiction_in(const Visitor& visitor, const http::Fields& form) {
  if (form.get("all-bodies").empty() || !rights_of(form).bodies) return std::nullopt;
  return Mistake{"org", visitor.say("WEB-BODIES-BOTH")};
}

// The field that is wrong.
Mistake mistake_at_field(const Visitor& visitor, const Error& error) {
  static const std::map<std::string, const char*> kFields = {{"ACCOUNT-LOGIN-CHARACTERS", "login"},
                                                             {"ACCOUNT-TAKEN", "login"},
                                                             {"ACCOUNT-NO-NAME", "name"},
                                                             {"USER-NAME", "name"},
                                                             {"CELL-CHARACTER", "name"},
                                                             {"ACCOUNT-NO-ROLE", "role"},
                                                             {"ACCOUNT-ROLE", "role"},
                                                             {"ACCOUNT-NO-BODY", "org"},
                                                             {"ACCOUNT-BODY", "org"}};
  Mistake out = mistake_of(visitor, error);
  if (const auto at = kFields.find(error.message().key); at != kFields.end()) out.field = at->second;
  return out;
}

Markup account_table(const Visitor& visitor, app::AccountDesk& desk) {
  TableBuilder table(visitor.say("WEB-ACCOUNTS"),
                     {visitor.say("ACCOUNT-LOGIN"), visitor.say("ACCOUNT-NAME"), visitor.say("ACCOUNT-ROLES"),
                      visitor.say("ACCOUNT-BODIES"), visitor.say("ACCOUNT-STATE"), visitor.say("ACCOUNT-CODE"),
                      visitor.say("WEB-LAST-SIGN-IN")});
  for (const accounts::Account& one : desk.list(visitor.actor()))
    table.row({link(visitor.address(account_path(one.login)), one.login), one.name, role_titles(visitor, one.rights),
               body_titles(visitor, one.rights),
               tag(visitor.say(state_key(one)), one.disabled ? Tone::bad : Tone::plain),
               one.has_totp ? visitor.say("ACCOUNT-ASKS-CODE") : "",
               one.last_sign_in ? app::local_time_of(*one.last_sign_in).dotted() : ""});
  return table.markup();
}

const char* result_key(const std::string& result) {
  if (result == "ok") return "WEB-SIGN-IN-OK";
  if (result == "needs_code") return "WEB-SIGN-IN-NEEDS-CODE";
  if (result == "wait") return "WEB-SIGN-IN-WAITED";
  return result == "disabled" ? "ACCOUNT-DISABLED" : "WEB-SIGN-IN-REFUSED";
}

Markup sign_in_table(const Visitor& visitor, app::AccountDesk& desk) {
  TableBuilder table(visitor.say("WEB-SIGN-INS"), {visitor.say("LIST-TIME"), visitor.say("ACCOUNT-LOGIN"),
                                                   visitor.say("WEB-RESULT"), visitor.say("WEB-FROM-ADDRESS")});
  for (const accounts::SignInEntry& one : desk.sign_ins(kSignInsShown, visitor.actor()))
    table.row({app::local_time_of(one.at).dotted(), one.login, visitor.say(result_key(one.result)), one.address});
  return table.empty() ? Markup() : table.markup();
}

Markup adding_form(const Visitor& visitor, const std::vector<Mistake>& mistakes) {
  const http::Fields& form = visitor.request().form;
  const FieldText login{"login", visitor.say("ACCOUNT-LOGIN"), visitor.say("WEB-LOGIN-HINT")};
  const FieldText name{"name", visitor.say("ACCOUNT-NAME")};
  return post_form(visitor, "/accounts",
                   input_field(as_typed(visitor, login, mistakes), "text", "off") +
                       input_field(as_typed(visitor, name, mistakes), "text", "off") +
                       rights_fields(visitor, rights_of(form), mistakes) + button(visitor.say("WEB-ADD-ACCOUNT")));
}

http::Response accounts_shown(const Visitor& visitor, app::AccountDesk& desk, const std::vector<Mistake>& mistakes) {
  Page page{visitor.say("WEB-ACCOUNTS"), {}, mistakes.empty() ? 200 : 422, mistakes, done_text(visitor)};
  page.body = account_table(visitor, desk);
  page.body += heading(2, visitor.say("WEB-ADD-ACCOUNT")) + adding_form(visitor, mistakes);
  page.body += sign_in_table(visitor, desk);
  return page_response(visitor, page);
}

// The link is shown once, to the administrator, who gives it to the person.
http::Response link_shown(const Visitor& visitor, const std::string& login, const std::string& token) {
  const std::string address =
      visitor.engine().settings().portal + "/" + std::string(lang_code(visitor.lang())) + "/invitation/" + token;
  Page page{visitor.say("WEB-LINK-FOR-PASSWORD"), {}};
  page.body = paragraph(visitor.say(Message("ACCOUNT-LINK", {{"login", login}})));
  page.body += element("p", {{"class", "address"}}, element("code", address));
  if (visitor.engine().settings().portal.empty()) page.body += paragraph(visitor.say("ACCOUNT-NO-URL"));
  page.body += paragraph(link(visitor.address("/accounts"), visitor.say("WEB-ACCOUNTS")));
  return page_response(visitor, page);
}

http::Response secret_shown(const Visitor& visitor, const std::string& login, const std::string& secret) {
  Page page{visitor.say("ACCOUNT-CODE"), paragraph(visitor.say(Message("ACCOUNT-CODE-ON", {{"login", login}})))};
  page.body += element("p", {{"class", "address"}}, element("code", accounts::base32(secret)));
  page.body += paragraph(element("code", accounts::totp_address(secret, "Esep", login)));
  page.body += paragraph(link(visitor.address("/accounts"), visitor.say("WEB-ACCOUNTS")));
  return page_response(visitor, page);
}

Markup deed_button(const Visitor& visitor, const std::string& login, const char* deed, const char* label) {
  return post_form(visitor, account_path(login), hidden_field("deed", deed) + button(visitor.say(label), true));
}

Markup deeds(const Visitor& visitor, const accounts::Account& account) {
  Markup out = deed_button(visitor, account.login, "invite", "WEB-NEW-LINK");
  out += account.disabled ? deed_button(visitor, account.login, "enable", "WEB-ENABLE")
                          : deed_button(visitor, account.login, "disable", "WEB-DISABLE");
  out += deed_button(visitor, account.login, "sign-out", "WEB-SIGN-OUT-EVERYWHERE");
  out += account.has_totp ? deed_button(visitor, account.login, "no-code", "WEB-ASK-NO-CODE")
                          : deed_button(visitor, account.login, "code", "WEB-ASK-CODE");
  return element("div", {{"class", "deeds"}}, out);
}

std::optional<accounts::Account> account_of(const Visitor& visitor, app::AccountDesk& desk, const PathValues& values) {
  for (accounts::Account& one : desk.list(visitor.actor()))
    if (one.login == values.at("login")) return std::move(one);
  return std::nullopt;
}

http::Response account_shown(const Visitor& visitor, const accounts::Account& account,
                             const std::vector<Mistake>& mistakes) {
  Page page{account.name, {}, mistakes.empty() ? 200 : 409, mistakes, done_text(visitor)};
  page.body = facts({{visitor.say("ACCOUNT-LOGIN"), account.login},
                     {visitor.say("ACCOUNT-ROLES"), role_titles(visitor, account.rights)},
                     {visitor.say("ACCOUNT-BODIES"), body_titles(visitor, account.rights)},
                     {visitor.say("ACCOUNT-STATE"), visitor.say(state_key(account))}});
  const http::Fields& sent = visitor.request().form;  // as typed, where it could not be done
  page.body += deeds(visitor, account) + heading(2, visitor.say("WEB-CHANGE-RIGHTS"));
  page.body +=
      post_form(visitor, account_path(account.login),
                hidden_field("deed", "rights") +
                    rights_fields(visitor, sent.get("deed") == "rights" ? rights_of(sent) : account.rights, mistakes) +
                    button(visitor.say("WEB-SAVE")));
  return page_response(visitor, page);
}

http::Response deed_done(const Visitor& visitor, app::AccountDesk& desk, const std::string& login,
                         const std::string& deed) {
  const registry::Actor actor = visitor.actor();
  if (deed == "invite") return link_shown(visitor, login, desk.invite(login, actor));
  if (deed == "code") return secret_shown(visitor, login, desk.ask_code(login, actor));
  if (deed == "no-code") {
    desk.ask_no_code(login, actor);
  } else if (deed == "disable" || deed == "enable") {
    desk.set_disabled(login, deed == "disable", actor);
  } else if (deed == "sign-out") {
    desk.sign_out_everywhere(login, actor);
  } else if (deed == "rights") {
    desk.set_rights(login, rights_of(visitor.request().form), actor);
  } else {
    return refusal(visitor, 400);
  }
  return go_to_done(visitor, account_path(login), "WEB-DONE-ACCOUNT");
}

}  // namespace

http::Response accounts_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  app::AccountDesk desk(visitor.engine(), visitor.accounts());
  return accounts_shown(visitor, desk, {});
}

http::Response add_account(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const http::Fields& form = visitor.request().form;
  app::AccountDesk desk(visitor.engine(), visitor.accounts());
  if (const auto both = contradiction_in(visitor, form)) return accounts_shown(visitor, desk, {*both});
  try {
    const std::string token = desk.add({form.get("login"), form.get("name"), rights_of(form)}, visitor.actor());
    return link_shown(visitor, form.get("login"), token);
  } catch (const Error& error) {
    return accounts_shown(visitor, desk, {mistake_at_field(visitor, error)});
  }
}

http::Response account_page(const Visitor& visitor, const PathValues& values) {
  app::AccountDesk desk(visitor.engine(), visitor.accounts());
  const auto account = account_of(visitor, desk, values);
  return account ? account_shown(visitor, *account, {}) : refusal(visitor, 404);
}

http::Response change_account(const Visitor& visitor, const PathValues& values) {
  app::AccountDesk desk(visitor.engine(), visitor.accounts());
  const auto account = account_of(visitor, desk, values);
  if (!account) return refusal(visitor, 404);
  if (const auto both = contradiction_in(visitor, visitor.request().form))
    return account_shown(visitor, *account, {*both});
  try {
    return deed_done(visitor, desk, account->login, visitor.request().form.get("deed"));
  } catch (const Error& error) {
    return account_shown(visitor, *account, {mistake_at_field(visitor, error)});
  }
}

}  // namespace esep::web
