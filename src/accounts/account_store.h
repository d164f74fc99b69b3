// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "accounts/account.h"
#include "accounts/passwords.h"
#include "sqlite/database.h"

namespace esep::accounts {

/// WS/accounts.db: who may sign in, sessions, invitations and the sign-in log. Of passwords, sessions and invitations
/// it keeps hashes only. What an account *did* stands in the register's history, not here.
///
/// Threads: as sqlite::Database. Each may throw SQLITE-….
class AccountStore {
 public:
  static constexpr Instant kSessionIdle = 8 * 3600;   // unused for longer: signed out
  static constexpr Instant kSessionMost = 24 * 3600;  // in all
  static constexpr Instant kInvitation = 7 * 24 * 3600;

  /// Opens the file or makes it (mode 0600). Error ACCOUNTS-NEWER: a later program made it.
  AccountStore(const std::filesystem::path& file, Passwords& passwords);

  [[nodiscard]] bool is_empty() const;
  /// By login.
  [[nodiscard]] std::vector<Account> list() const;
  /// By login in any spelling that looks alike (base/skeleton.h).
  [[nodiscard]] std::optional<Account> find(const std::string& login) const;

  /// Error ACCOUNT-TAKEN: the login looks like that of another account.
  void add(const Account& account);
  /// Error ACCOUNT-UNKNOWN; the others of this kind, too.
  void set_rights(const std::string& login, const report::UserRights& rights);
  /// A disabled account is signed out everywhere.
  void set_disabled(const std::string& login, bool disabled);
  void sign_out_everywhere(const std::string& login);
  /// An empty secret: no one-time password is asked any more.
  void set_totp(const std::string& login, const std::string& secret);

  /// A token for a link, valid once and for kInvitation; it replaces an earlier one.
  [[nodiscard]] std::string invite(const std::string& login, Instant now);
  /// Whose invitation it is; nullopt: nobody's, used or too old.
  [[nodiscard]] std::optional<Account> invited(const std::string& token, Instant now) const;
  /// Sets the password, uses the invitation up and signs the account out everywhere. Error INVITATION-OVER.
  void accept(const std::string& token, const std::string& password, Instant now);
  /// Sets it for somebody who is signed in, and ends the other sessions of the account. false: `old` is wrong.
  [[nodiscard]] bool change_password(const std::string& session, const std::string& old, const std::string& password,
                                     Instant now);

  struct SignedIn {
    SignInResult result = SignInResult::wrong;
    std::string token;       // of the session
    Instant wait_until = 0;  // of `wait`
  };
  struct Attempt {
    std::string login, password, code, address;
  };
  /// Tries to sign in and writes the log. After five wrong attempts at one login it waits, twice as long after each:
  /// from 30 seconds to an hour. It takes as long for an unknown login as for a known one.
  [[nodiscard]] SignedIn sign_in(const Attempt& typed, Instant now);
  /// Prolongs the session. nullopt: there is none, it has ended, or the account is disabled.
  [[nodiscard]] std::optional<Session> session(const std::string& token, Instant now);
  void sign_out(const std::string& token);
  /// The last ones, the latest first.
  [[nodiscard]] std::vector<SignInEntry> sign_ins(int most) const;
  /// Ended sessions, used invitations, and log entries older than two years go.
  void clean(Instant now);

 private:
  struct Credentials {
    Account account;
    std::string hash, secret;
    int64_t last_code = 0;
  };
  [[nodiscard]] std::optional<Credentials> credentials(const std::string& login) const;
  [[nodiscard]] Account required(const std::string& login) const;
  [[nodiscard]] SignedIn judged(const Attempt& attempt, const std::optional<Credentials>& known, bool right,
                                Instant now);
  [[nodiscard]] Instant waits_until(const std::string& login) const;
  void count_attempt(const std::string& login, bool right, Instant now);
  [[nodiscard]] std::string open_session(int64_t account, Instant now);
  void set_hash(int64_t account, const std::string& hash);
  void end_sessions(int64_t account);
  void log(const Attempt& attempt, SignInResult result, Instant now);

  std::unique_ptr<sqlite::Database> database_;
  Passwords& passwords_;
};

}  // namespace esep::accounts
