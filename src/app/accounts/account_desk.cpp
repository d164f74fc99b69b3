// SPDX-License-Identifier: MIT
#include "app/accounts/account_desk.h"

#include <algorithm>

#include "accounts/totp.h"
#include "app/core/known_keys.h"
#include "app/core/rights.h"
#include "app/core/user_name.h"
#include "base/error.h"
#include "base/skeleton.h"
#include "base/text.h"
#include "base/titled_list.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "registry/details.h"

namespace esep::app {
namespace {

constexpr const char* kAdministrator = "account_admin";

std::string all_of(const std::set<std::string>& words) { return join({words.begin(), words.end()}, " "); }

registry::Details account_details(const std::string& login) { return registry::Details().add("login", login); }

std::string rights_details(const std::string& login, const report::UserRights& rights) {
  registry::Details out = account_details(login);
  out.add("roles", all_of(rights.roles));
  return out.add("bodies", rights.bodies ? all_of(*rights.bodies) : "*").text();
}

// Who only looks writes nothing, under whatever day.
void require_may_look(Engine& engine, const registry::Actor& actor) {
  auto reason =
      report::right_refusal(load_workflow(engine), engine.users(), report::RegisterAction::accounts, actor.user);
  if (!reason) reason = report::every_body_refusal(engine.users(), actor.user);
  if (reason) throw registry::StepRefused(std::move(*reason), "STEP-HINT-RIGHT");
}

// What people type at each sign-in, and what addresses hold.
void require_login(const std::string& login) {
  constexpr std::string_view kSigns = ".-_@";
  const bool fits = !login.empty() && is_valid_utf8(login) && only_letters_digits_or(login, kSigns);
  if (!fits) throw Error(Message("ACCOUNT-LOGIN-CHARACTERS", {{"login", login}}), {}, Error::Kind::usage);
  require_user_name(login, "ACCOUNT-LOGIN-HINT");
}

accounts::Instant time_of(const registry::Actor& actor) { return instant_of(actor.clock.value_or(actor.at)); }

}  // namespace

accounts::Instant instant_of(const calendar::LocalTime& time) {
  return (accounts::Instant{time.date.days()} * 24 * 60 + time.minute - kMinutesAhead) * 60;
}

calendar::LocalTime local_time_of(accounts::Instant instant) {
  constexpr accounts::Instant kDay = 24 * 60;
  const accounts::Instant minutes = instant / 60 + kMinutesAhead;
  return {calendar::Date::from_days(static_cast<int>(minutes / kDay)), static_cast<int>(minutes % kDay)};
}

// Before there is an account, nobody could have the right by one: whoever can write the workspace makes the first.
void AccountDesk::require_accounts_right(const registry::Actor& actor) {
  require_right_for_all(engine_, report::RegisterAction::accounts, actor);
}

void AccountDesk::require_known(const report::UserRights& rights) {
  if (rights.roles.empty()) throw Error("ACCOUNT-NO-ROLE", {}, Error::Kind::usage);
  if (rights.bodies && rights.bodies->empty()) throw Error("ACCOUNT-NO-BODY", {}, Error::Kind::usage);
  std::vector<Titled> known;
  for (const auto& role : engine_.workflow().roles) known.push_back({role.id, role.title});
  for (const std::string& role : rights.roles)
    if (engine_.workflow().role(role) == nullptr)
      throw Error(Message("ACCOUNT-ROLE", {{"role", role}, {"known", titled_list(known)}}), {}, Error::Kind::usage);
  const std::string& organisations = engine_.catalog().organisations().id;
  for (const std::string& body : rights.bodies.value_or(std::set<std::string>()))
    if (engine_.row(organisations, body) == nullptr)
      throw Error(Message("ACCOUNT-BODY", {{"body", body}}), did_you_mean_row(engine_, organisations, body),
                  Error::Kind::usage);
}

/// Somebody besides `without` must be able to manage accounts, for all bodies.
void AccountDesk::require_an_administrator(const std::string& without) {
  const auto all = store_.list();
  const bool there = std::any_of(all.begin(), all.end(), [&](const accounts::Account& one) {
    return skeleton(one.login) != skeleton(without) && !one.disabled && !one.rights.bodies &&
           one.rights.roles.contains(kAdministrator);
  });
  if (!there) throw Error("ACCOUNT-LAST");
}

void AccountDesk::write(const std::string& action, const std::string& details, const registry::Actor& actor,
                        const std::function<void()>& change) {
  engine_.registry().note(action, details, actor, [&] {
    require_accounts_right(actor);
    change();
  });
}

std::string AccountDesk::add(const NewAccount& account, const registry::Actor& actor) {
  require_login(account.login);
  if (trim(account.name).empty()) throw Error("ACCOUNT-NO-NAME", {}, Error::Kind::usage);
  require_user_name(account.name, "ACCOUNT-LOGIN-HINT");
  require_known(account.rights);
  std::string token;
  const auto change = [&] {
    const bool administers = account.rights.roles.contains(kAdministrator) && !account.rights.bodies;
    if (store_.is_empty() && !administers) throw Error("ACCOUNT-FIRST");
    store_.add({0, account.login, account.name, account.rights, false, false, false, time_of(actor)});
    token = store_.invite(account.login, time_of(actor));
  };
  const std::string details = rights_details(account.login, account.rights);
  write("account_add", details, actor, change);
  return token;
}

std::string AccountDesk::invite(const std::string& login, const registry::Actor& actor) {
  std::string token;
  write("account_invite", account_details(login).text(), actor, [&] { token = store_.invite(login, time_of(actor)); });
  return token;
}

void AccountDesk::set_rights(const std::string& login, const report::UserRights& rights, const registry::Actor& actor) {
  require_known(rights);
  write("account_rights", rights_details(login, rights), actor, [&] {
    if (!rights.roles.contains(kAdministrator) || rights.bodies) require_an_administrator(login);
    store_.set_rights(login, rights);
  });
}

void AccountDesk::set_disabled(const std::string& login, bool disabled, const registry::Actor& actor) {
  write(disabled ? "account_disable" : "account_enable", account_details(login).text(), actor, [&] {
    if (disabled) require_an_administrator(login);
    store_.set_disabled(login, disabled);
  });
}

void AccountDesk::sign_out_everywhere(const std::string& login, const registry::Actor& actor) {
  write("account_sign_out", account_details(login).text(), actor, [&] { store_.sign_out_everywhere(login); });
}

std::string AccountDesk::ask_code(const std::string& login, const registry::Actor& actor) {
  const std::string secret = accounts::new_totp_secret();
  write("account_code", account_details(login).text(), actor, [&] { store_.set_totp(login, secret); });
  return secret;
}

void AccountDesk::ask_no_code(const std::string& login, const registry::Actor& actor) {
  write("account_no_code", account_details(login).text(), actor, [&] { store_.set_totp(login, ""); });
}

std::vector<accounts::Account> AccountDesk::list(const registry::Actor& actor) {
  require_may_look(engine_, actor);
  return store_.list();
}

std::vector<accounts::SignInEntry> AccountDesk::sign_ins(int most, const registry::Actor& actor) {
  require_may_look(engine_, actor);
  return store_.sign_ins(most);
}

}  // namespace esep::app
