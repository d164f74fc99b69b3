// SPDX-License-Identifier: MIT
// Invitations, signing in and sessions: the rest of accounts/account_store.h.
#include <algorithm>

#include "accounts/account_store.h"
#include "accounts/totp.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/skeleton.h"
#include "base/utf8.h"
#include "sqlite/transaction.h"

namespace esep::accounts {
namespace {

constexpr size_t kTokenBytes = 32;
constexpr int64_t kFreeAttempts = 5;
constexpr Instant kFirstWait = 30;
constexpr Instant kLongestWait = 3600;
constexpr size_t kLongestLogin = 500;  // in bytes, of what is typed
constexpr Instant kLogKept = Instant{2} * 366 * 24 * 3600;

const char* word_of(SignInResult result) {
  switch (result) {
    case SignInResult::ok:
      return "ok";
    case SignInResult::wrong:
      return "wrong";
    case SignInResult::needs_code:
      return "needs_code";
    case SignInResult::wait:
      return "wait";
    case SignInResult::disabled:
      return "disabled";
  }
  return "";
}

}  // namespace

std::string AccountStore::invite(const std::string& login, Instant now) {
  const std::string token = random_hex(kTokenBytes);
  sqlite::Transaction transaction(*database_);
  database_->prepare("INSERT OR REPLACE INTO invitation (account, token, made) VALUES (?, ?, ?)")
      .bind(1, required(login).id)
      .bind(2, sha256_hex(token))
      .bind(3, now)
      .run();
  transaction.commit();
  return token;
}

std::optional<Account> AccountStore::invited(const std::string& token, Instant now) const {
  auto row = database_->prepare(
      "SELECT login FROM invitation JOIN account ON account.id = account WHERE token = ? AND invitation.made > ? AND "
      "NOT disabled");
  row.bind(1, sha256_hex(token)).bind(2, now - kInvitation);
  return row.step() ? find(row.text(0)) : std::nullopt;
}

void AccountStore::accept(const std::string& token, const std::string& password, Instant now) {
  const std::string hash = passwords_.hash(password);
  sqlite::Transaction transaction(*database_);
  const auto account = invited(token, now);
  if (!account) throw Error("INVITATION-OVER");
  set_hash(account->id, hash);
  database_->prepare("DELETE FROM invitation WHERE account = ?").bind(1, account->id).run();
  end_sessions(account->id);
  count_attempt(account->login, true, now);
  transaction.commit();
}

bool AccountStore::change_password(const std::string& session_token, const std::string& old,
                                   const std::string& password, Instant now) {
  const auto of = session(session_token, now);
  const auto known = of ? credentials(of->account.login) : std::nullopt;
  if (!known || !passwords_.is_right(known->hash, old)) return false;
  const std::string hash = passwords_.hash(password);
  sqlite::Transaction transaction(*database_);
  set_hash(known->account.id, hash);
  database_->prepare("DELETE FROM session WHERE account = ? AND token <> ?")
      .bind(1, known->account.id)
      .bind(2, sha256_hex(session_token))
      .run();
  transaction.commit();
  return true;
}

AccountStore::SignedIn AccountStore::sign_in(const Attempt& typed, Instant now) {
  Attempt attempt = typed;  // what somebody sends is kept as an attempt and in the log
  attempt.login = utf8_prefix(typed.login, kLongestLogin);
  if (const Instant until = waits_until(attempt.login); until > now) {
    sqlite::Transaction transaction(*database_);
    log(attempt, SignInResult::wait, now);
    transaction.commit();
    return {SignInResult::wait, "", until};
  }
  const auto known = credentials(attempt.login);
  const bool right = passwords_.is_right(known ? known->hash : "", attempt.password);  // slow, outside of transactions
  const std::string better = right && Passwords::is_outdated(known->hash) ? passwords_.hash(attempt.password) : "";
  sqlite::Transaction transaction(*database_);
  if (!better.empty()) set_hash(known->account.id, better);
  const SignedIn out = judged(attempt, credentials(attempt.login), right, now);
  log(attempt, out.result, now);
  transaction.commit();
  return out;
}

/// `right`: the password is. `known` is read inside the transaction, so that a code counts once.
AccountStore::SignedIn AccountStore::judged(const Attempt& attempt, const std::optional<Credentials>& known, bool right,
                                            Instant now) {
  if (right && known && known->account.disabled) return {SignInResult::disabled, "", 0};
  if (!right || !known) {
    count_attempt(attempt.login, false, now);
    return {SignInResult::wrong, "", 0};
  }
  if (!known->secret.empty()) {
    if (attempt.code.empty()) return {SignInResult::needs_code, "", 0};
    const auto step = totp_step(known->secret, attempt.code, now, known->last_code);
    if (!step) {
      count_attempt(attempt.login, false, now);
      return {SignInResult::wrong, "", 0};
    }
    database_->prepare("UPDATE account SET totp_last = ? WHERE id = ?").bind(1, *step).bind(2, known->account.id).run();
  }
  count_attempt(attempt.login, true, now);
  database_->prepare("UPDATE account SET last_sign_in = ? WHERE id = ?").bind(1, now).bind(2, known->account.id).run();
  return {SignInResult::ok, open_session(known->account.id, now), 0};
}

Instant AccountStore::waits_until(const std::string& login) const {
  auto row = database_->prepare("SELECT wrong, last FROM attempt WHERE look = ?");
  row.bind(1, skeleton(login));
  if (!row.step() || row.integer(0) < kFreeAttempts) return 0;
  const int64_t doubled = std::min<int64_t>(row.integer(0) - kFreeAttempts, 10);
  return row.integer(1) + std::min(kLongestWait, kFirstWait << doubled);
}

void AccountStore::count_attempt(const std::string& login, bool right, Instant now) {
  if (right) {
    database_->prepare("DELETE FROM attempt WHERE look = ?").bind(1, skeleton(login)).run();
    return;
  }
  database_
      ->prepare(
          "INSERT INTO attempt VALUES (?, 1, ?) ON CONFLICT DO UPDATE SET wrong = wrong + 1, last = excluded.last")
      .bind(1, skeleton(login))
      .bind(2, now)
      .run();
}

std::string AccountStore::open_session(int64_t account, Instant now) {
  const std::string token = random_hex(kTokenBytes);
  database_->prepare("INSERT INTO session VALUES (?, ?, ?, ?, ?)")
      .bind(1, sha256_hex(token))
      .bind(2, account)
      .bind(3, random_hex(kTokenBytes))
      .bind(4, now)
      .bind(5, now)
      .run();
  return token;
}

std::optional<Session> AccountStore::session(const std::string& token, Instant now) {
  constexpr Instant kMinute = 60;
  auto row = database_->prepare(
      "SELECT login, csrf, session.made, used FROM session JOIN account ON account.id = account WHERE token = ? AND "
      "used > ? AND session.made > ? AND NOT disabled");
  row.bind(1, sha256_hex(token)).bind(2, now - kSessionIdle).bind(3, now - kSessionMost);
  if (!row.step()) return std::nullopt;
  const Instant made = row.integer(2);
  Session out{*find(row.text(0)), row.text(1), std::min(now + kSessionIdle, made + kSessionMost)};
  const bool is_old = row.integer(3) + kMinute < now;
  row.reset();
  if (is_old)
    database_->prepare("UPDATE session SET used = ? WHERE token = ?").bind(1, now).bind(2, sha256_hex(token)).run();
  return out;
}

void AccountStore::sign_out(const std::string& token) {
  database_->prepare("DELETE FROM session WHERE token = ?").bind(1, sha256_hex(token)).run();
}

void AccountStore::log(const Attempt& attempt, SignInResult result, Instant now) {
  database_->prepare("INSERT INTO sign_in (at, login, address, result) VALUES (?, ?, ?, ?)")
      .bind(1, now)
      .bind(2, attempt.login)
      .bind(3, attempt.address)
      .bind(4, word_of(result))
      .run();
}

std::vector<SignInEntry> AccountStore::sign_ins(int most) const {
  std::vector<SignInEntry> out;
  auto rows = database_->prepare("SELECT at, login, address, result FROM sign_in ORDER BY id DESC LIMIT ?");
  rows.bind(1, most);
  while (rows.step()) out.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3)});
  return out;
}

void AccountStore::clean(Instant now) {
  sqlite::Transaction transaction(*database_);
  database_->prepare("DELETE FROM session WHERE used <= ? OR made <= ?")
      .bind(1, now - kSessionIdle)
      .bind(2, now - kSessionMost)
      .run();
  database_->prepare("DELETE FROM invitation WHERE made <= ?").bind(1, now - kInvitation).run();
  database_->prepare("DELETE FROM attempt WHERE last <= ?").bind(1, now - kSessionMost).run();
  database_->prepare("DELETE FROM sign_in WHERE at <= ?").bind(1, now - kLogKept).run();
  transaction.commit();
}

}  // namespace esep::accounts
