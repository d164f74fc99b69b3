// SPDX-License-Identifier: MIT
#include "accounts/account_store.h"

#include <algorithm>

#include "accounts/account_schema.h"
#include "base/error.h"
#include "base/skeleton.h"
#include "base/text.h"
#include "sqlite/transaction.h"

namespace esep::accounts {
namespace {

constexpr const char* kColumns =
    "SELECT id, login, name, roles, bodies, disabled, hash <> '', totp <> x'', made, last_sign_in, hash, totp, "
    "totp_last FROM account ";

std::string joined_words(const std::set<std::string>& words) { return join({words.begin(), words.end()}, " "); }

std::set<std::string> set_of(const std::string& words) {
  std::set<std::string> out;
  for (std::string& word : split(words, ' '))
    if (!word.empty()) out.insert(std::move(word));
  return out;
}

sqlite::Statement& bind_bodies(sqlite::Statement& statement, int index,
                               const std::optional<std::set<std::string>>& bodies) {
  return bodies ? statement.bind(index, joined_words(*bodies)) : statement.bind(index, nullptr);
}

Account account_of(const sqlite::Statement& row) {
  Account out{row.integer(0),      row.text(1),         row.text(2),         {set_of(row.text(3))},
              row.integer(5) != 0, row.integer(6) != 0, row.integer(7) != 0, row.integer(8)};
  if (!row.is_null(4)) out.rights.bodies = set_of(row.text(4));
  if (!row.is_null(9)) out.last_sign_in = row.integer(9);
  return out;
}

}  // namespace

AccountStore::AccountStore(const std::filesystem::path& file, Passwords& passwords)
    : database_(open_accounts(file)), passwords_(passwords) {}

bool AccountStore::is_empty() const { return !database_->value("SELECT 1 FROM account"); }

std::vector<Account> AccountStore::list() const {
  std::vector<Account> out;
  auto rows = database_->prepare(std::string(kColumns) + "ORDER BY login");
  while (rows.step()) out.push_back(account_of(rows));
  return out;
}

std::optional<AccountStore::Credentials> AccountStore::credentials(const std::string& login) const {
  auto row = database_->prepare(std::string(kColumns) + "WHERE look = ?");
  row.bind(1, skeleton(login));
  if (!row.step()) return std::nullopt;
  return Credentials{account_of(row), row.text(10), std::string(row.blob_view(11)), row.integer(12)};
}

std::optional<Account> AccountStore::find(const std::string& login) const {
  const auto known = credentials(login);
  return known ? std::optional(known->account) : std::nullopt;
}

Account AccountStore::required(const std::string& login) const {
  auto found = find(login);
  if (!found) throw Error(Message("ACCOUNT-UNKNOWN", {{"login", login}}));
  return *found;
}

void AccountStore::add(const Account& account) {
  sqlite::Transaction transaction(*database_);
  for (const Account& one : list()) {
    const bool alike =
        skeleton(one.login) == skeleton(account.login) || printed_shape(one.login) == printed_shape(account.login);
    if (alike) throw Error(Message("ACCOUNT-TAKEN", {{"login", account.login}, {"taken", one.login}}));
  }
  auto insert =
      database_->prepare("INSERT INTO account (login, look, name, roles, bodies, made) VALUES (?, ?, ?, ?, ?, ?)");
  insert.bind(1, account.login)
      .bind(2, skeleton(account.login))
      .bind(3, account.name)
      .bind(4, joined_words(account.rights.roles));
  bind_bodies(insert, 5, account.rights.bodies).bind(6, account.made).run();
  transaction.commit();
}

void AccountStore::set_rights(const std::string& login, const report::UserRights& rights) {
  sqlite::Transaction transaction(*database_);
  auto update = database_->prepare("UPDATE account SET roles = ?, bodies = ? WHERE id = ?");
  update.bind(1, joined_words(rights.roles));
  bind_bodies(update, 2, rights.bodies).bind(3, required(login).id).run();
  transaction.commit();
}

void AccountStore::set_disabled(const std::string& login, bool disabled) {
  sqlite::Transaction transaction(*database_);
  const int64_t id = required(login).id;
  database_->prepare("UPDATE account SET disabled = ? WHERE id = ?").bind(1, disabled ? 1 : 0).bind(2, id).run();
  if (disabled) {
    end_sessions(id);
    database_->prepare("DELETE FROM invitation WHERE account = ?").bind(1, id).run();
  }
  transaction.commit();
}

void AccountStore::sign_out_everywhere(const std::string& login) {
  sqlite::Transaction transaction(*database_);
  end_sessions(required(login).id);
  transaction.commit();
}

void AccountStore::set_totp(const std::string& login, const std::string& secret) {
  sqlite::Transaction transaction(*database_);
  database_->prepare("UPDATE account SET totp = ?, totp_last = 0 WHERE id = ?")
      .bind_blob(1, secret)
      .bind(2, required(login).id)
      .run();
  transaction.commit();
}

void AccountStore::end_sessions(int64_t account) {
  database_->prepare("DELETE FROM session WHERE account = ?").bind(1, account).run();
}

void AccountStore::set_hash(int64_t account, const std::string& hash) {
  database_->prepare("UPDATE account SET hash = ? WHERE id = ?").bind(1, hash).bind(2, account).run();
}

}  // namespace esep::accounts
