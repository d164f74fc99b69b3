// SPDX-License-Identifier: MIT
#include "accounts/account_schema.h"

#include "base/error.h"
#include "base/private_mask.h"
#include "sqlite/pragma.h"
#include "sqlite/transaction.h"

namespace esep::accounts {
namespace {

constexpr int kVersion = 1;
constexpr int64_t kApplication = 0x45736163;  // "Esac"

// `look`: base/skeleton.h of the login. `bodies`: NULL means all. A list has a blank between its words.
constexpr const char* kTables = R"(
CREATE TABLE account (
  id INTEGER PRIMARY KEY, login TEXT NOT NULL UNIQUE, look TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  roles TEXT NOT NULL, bodies TEXT, disabled INTEGER NOT NULL DEFAULT 0, hash TEXT NOT NULL DEFAULT '',
  totp BLOB NOT NULL DEFAULT x'', totp_last INTEGER NOT NULL DEFAULT 0, made INTEGER NOT NULL, last_sign_in INTEGER
) STRICT;
CREATE TABLE session (
  token TEXT PRIMARY KEY, account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE, csrf TEXT NOT NULL,
  made INTEGER NOT NULL, used INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account);
CREATE TABLE invitation (
  account INTEGER PRIMARY KEY REFERENCES account ON DELETE CASCADE, token TEXT NOT NULL UNIQUE, made INTEGER NOT NULL
) STRICT;
CREATE TABLE attempt (
  look TEXT PRIMARY KEY, wrong INTEGER NOT NULL, last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sign_in (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, login TEXT NOT NULL, address TEXT NOT NULL, result TEXT NOT NULL
) STRICT;
)";

std::unique_ptr<sqlite::Database> open_private(const std::filesystem::path& file) {
  const PrivateMask mask;
  return std::make_unique<sqlite::Database>(file, sqlite::OpenMode::create);
}

}  // namespace

std::unique_ptr<sqlite::Database> open_accounts(const std::filesystem::path& file) {
  auto out = open_private(file);
  auto journal = out->prepare("PRAGMA journal_mode = WAL");
  journal.step();
  journal.reset();
  out->execute("PRAGMA synchronous = FULL");
  if (sqlite::pragma(*out, "user_version") == kVersion && sqlite::pragma(*out, "application_id") == kApplication)
    return out;
  sqlite::Transaction transaction(*out);
  const int64_t version = sqlite::pragma(*out, "user_version");
  if (version > kVersion) throw Error(Message("ACCOUNTS-NEWER", {{"file", file.string()}}));
  if (version == kVersion && sqlite::pragma(*out, "application_id") == kApplication)
    return out;  // another made them meanwhile
  if (version != 0 || out->value("SELECT 1 FROM sqlite_schema"))
    throw Error(Message("ACCOUNTS-FOREIGN", {{"file", file.string()}}));
  out->execute(kTables);
  out->execute("PRAGMA application_id = " + std::to_string(kApplication) +
               "; PRAGMA user_version = " + std::to_string(kVersion));
  transaction.commit();
  return out;
}

}  // namespace esep::accounts
