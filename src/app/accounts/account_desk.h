// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "accounts/account_store.h"
#include "app/core/engine.h"

namespace esep::app {

/// What a new account is given. Absent bodies: all.
struct NewAccount {
  std::string login, name;
  report::UserRights rights;
};

/// Who may sign in: WS/accounts.db. The first account is made by whoever can write the workspace, and has the role
/// `account_admin`; from then on the right `accounts` decides, and there is always an account that has it and is not
/// disabled. Each deed writes the register's history, never a secret. registry::StepRefused; Errors ACCOUNT-UNKNOWN,
/// ACCOUNT-TAKEN, ACCOUNT-FIRST, ACCOUNT-LAST, ACCOUNT-ROLE, ACCOUNT-BODY, USER-NAME, CELL-CHARACTER,
/// and (usage) ACCOUNT-LOGIN-CHARACTERS, ACCOUNT-NO-NAME, ACCOUNT-NO-ROLE, ACCOUNT-NO-BODY.
class AccountDesk {
 public:
  /// Both must outlive it.
  AccountDesk(Engine& engine, accounts::AccountStore& store) : engine_(engine), store_(store) {}
  AccountDesk(const AccountDesk&) = delete;
  AccountDesk& operator=(const AccountDesk&) = delete;

  /// Returns the token of the invitation: whoever has it chooses the password, once, within a week.
  std::string add(const NewAccount& account, const registry::Actor& actor);
  /// A new invitation, for a person who has forgotten the password.
  std::string invite(const std::string& login, const registry::Actor& actor);
  void set_rights(const std::string& login, const report::UserRights& rights, const registry::Actor& actor);
  void set_disabled(const std::string& login, bool disabled, const registry::Actor& actor);
  void sign_out_everywhere(const std::string& login, const registry::Actor& actor);
  /// From now on a one-time password is asked. Returns what the person's authenticator needs (accounts/totp.h).
  std::string ask_code(const std::string& login, const registry::Actor& actor);
  void ask_no_code(const std::string& login, const registry::Actor& actor);

  [[nodiscard]] std::vector<accounts::Account> list(const registry::Actor& actor);
  [[nodiscard]] std::vector<accounts::SignInEntry> sign_ins(int most, const registry::Actor& actor);

 private:
  void require_accounts_right(const registry::Actor& actor);
  void require_known(const report::UserRights& rights);
  void require_an_administrator(const std::string& without);
  void write(const std::string& action, const std::string& details, const registry::Actor& actor,
             const std::function<void()>& change);

  Engine& engine_;
  accounts::AccountStore& store_;
};

/// Of Kazakhstan's clock before UTC, since 1 March 2024.
inline constexpr int kMinutesAhead = 5 * 60;
/// Seconds since 1970 UTC of a local time in Kazakhstan, and back.
[[nodiscard]] accounts::Instant instant_of(const calendar::LocalTime& time);
[[nodiscard]] calendar::LocalTime local_time_of(accounts::Instant instant);

}  // namespace esep::app
