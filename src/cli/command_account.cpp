// SPDX-License-Identifier: MIT
#include "accounts/totp.h"
#include "app/accounts/account_desk.h"
#include "app/core/titles.h"
#include "app/core/workspace.h"
#include "base/error.h"
#include "base/text.h"
#include "base/titled_list.h"
#include "cli/commands.h"
#include "cli/text_table.h"
#include "cli/value_options.h"
#include "text/accounts_json.h"

namespace esep::cli {
namespace {

std::set<std::string> typed_words(const std::string& list) {
  std::set<std::string> out;
  for (const std::string& word : split(list, ','))
    if (!trim(word).empty()) out.insert(trim(word));
  return out;
}

/// --role and --org; without --org, or with "*", the account acts for all bodies.
report::UserRights given_rights(Session& session) {
  const Arguments& arguments = session.arguments();
  std::vector<Titled> known;
  for (const auto& role : session.engine().workflow().roles) known.push_back({role.id, role.title});
  report::UserRights out;
  for (const std::string& typed : typed_words(arguments.required("role"))) {
    const Titled* named = find_titled(known, typed);
    out.roles.insert(named == nullptr ? typed : named->id);
  }
  if (arguments.has("org") && trim(arguments.get("org")) != "*") out.bodies = typed_words(arguments.get("org"));
  return out;
}

/// The link is said once, and to nobody else.
void tell_link(Session& session, const std::string& login, const std::string& token) {
  const std::string path = "/" + std::string(lang_code(session.lang())) + "/invitation/" + token;
  session.tell(Message("ACCOUNT-LINK", {{"login", login}}));
  session.out() << session.engine().settings().portal << path << '\n';
  if (session.engine().settings().portal.empty()) session.tell("ACCOUNT-NO-URL");
}

std::string role_titles(Session& session, const report::UserRights& rights) {
  std::vector<std::string> out;
  for (const std::string& id : rights.roles) {
    const auto* role = session.engine().workflow().role(id);
    out.push_back(role == nullptr ? id : role->title.in(session.lang()));
  }
  return join(out, ", ");
}

std::string bodies_of(Session& session, const report::UserRights& rights) {
  if (!rights.bodies) return session.say("ACCOUNT-ALL-BODIES");
  return join({rights.bodies->begin(), rights.bodies->end()}, ", ");
}

const char* state_key(const accounts::Account& account) {
  if (account.disabled) return "ACCOUNT-DISABLED";
  return account.has_password ? "ACCOUNT-ACTIVE" : "ACCOUNT-INVITED";
}

void list(Session& session, app::AccountDesk& desk) {
  const auto all = desk.list(session.actor());
  if (session.json()) {
    session.out() << text::accounts_json(all);
    return;
  }
  TextTable table({session.say("ACCOUNT-NAME"), session.say("ACCOUNT-LOGIN"), session.say("ACCOUNT-ROLES"),
                   session.say("ACCOUNT-BODIES"), session.say("ACCOUNT-STATE"), session.say("ACCOUNT-CODE")});
  for (const accounts::Account& one : all)
    table.add({one.name, one.login, role_titles(session, one.rights), bodies_of(session, one.rights),
               session.say(state_key(one)), one.has_totp ? session.say("ACCOUNT-ASKS-CODE") : ""});
  table.print(session.out());
  if (all.empty()) session.tell("ACCOUNT-NONE");
}

void add(Session& session, app::AccountDesk& desk, const std::string& login) {
  const Arguments& arguments = session.arguments();
  const std::string token = desk.add({login, arguments.required("name"), given_rights(session)}, session.actor());
  session.tell(Message("ACCOUNT-ADDED", {{"login", login}}));
  tell_link(session, login, token);
}

void ask_code(Session& session, app::AccountDesk& desk, const std::string& login) {
  if (session.arguments().has("off")) {
    desk.ask_no_code(login, session.actor());
    session.tell(Message("ACCOUNT-CODE-OFF", {{"login", login}}));
    return;
  }
  const std::string secret = desk.ask_code(login, session.actor());
  session.tell(Message("ACCOUNT-CODE-ON", {{"login", login}}));
  session.out() << accounts::base32(secret) << '\n' << accounts::totp_address(secret, "Esep", login) << '\n';
}

void change(Session& session, app::AccountDesk& desk, const std::string& verb, const std::string& login) {
  const registry::Actor actor = session.actor();
  if (verb == "passwd") {
    tell_link(session, login, desk.invite(login, actor));
  } else if (verb == "roles") {
    desk.set_rights(login, given_rights(session), actor);
    session.tell(Message("ACCOUNT-CHANGED", {{"login", login}}));
  } else if (verb == "sign-out") {
    desk.sign_out_everywhere(login, actor);
    session.tell(Message("ACCOUNT-SIGNED-OUT", {{"login", login}}));
  } else {
    desk.set_disabled(login, verb == "disable", actor);
    session.tell(Message(verb == "disable" ? "ACCOUNT-NOW-DISABLED" : "ACCOUNT-NOW-ENABLED", {{"login", login}}));
  }
}

void refuse_idle_options(const Arguments& arguments, const std::string& verb) {
  if (verb != "add") arguments.refuse({"name"}, "account add");
  if (verb != "add" && verb != "roles") arguments.refuse({"role", "org"}, "account add");
  if (verb != "totp") arguments.refuse({"off"}, "account totp");
}

int run_account(Session& session) {
  const Arguments& arguments = session.arguments();
  const std::vector<std::string> kVerbs = {"list", "add", "passwd", "roles", "disable", "enable", "sign-out", "totp"};
  const std::string verb = arguments.positional().empty() ? "list" : arguments.positional(0, "VERB");
  if (std::find(kVerbs.begin(), kVerbs.end(), verb) == kVerbs.end()) refuse_value("account", verb, kVerbs);
  refuse_idle_options(arguments, verb);
  accounts::Passwords passwords;
  session.engine().open_register();  // a folder without one is no workspace
  accounts::AccountStore store(app::accounts_file(session.engine().workspace()), passwords);
  app::AccountDesk desk(session.engine(), store);
  arguments.at_most(verb == "list" ? 1 : 2);
  if (verb == "list") {
    list(session, desk);
    return kOk;
  }
  const std::string& login = arguments.positional(1, "LOGIN");
  if (verb == "add") {
    add(session, desk, login);
  } else if (verb == "totp") {
    ask_code(session, desk, login);
  } else {
    change(session, desk, verb, login);
  }
  return kOk;
}

}  // namespace

Command account_command() {
  return {"account",
          "[list|add|passwd|roles|disable|enable|sign-out|totp] [LOGIN]",
          "CMD-ACCOUNT",
          {{"name", '\0', "NAME", "OPT-ACCOUNT-NAME"},
           {"org", '\0', "ORG", "OPT-ACCOUNT-ORG"},
           {"role", '\0', "ROLE", "OPT-ACCOUNT-ROLE"},
           {"off", '\0', "", "OPT-ACCOUNT-OFF"}},
          run_account,
          {"esep account add a.admin --name \"…\" --role account_admin",
           "esep account add km.clerk --name \"…\" --role agency --org km", "esep account list"}};
}

}  // namespace esep::cli
