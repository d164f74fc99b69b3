// SPDX-License-Identifier: MIT
#include "app/accounts/own_password.h"

#include "accounts/password_rules.h"
#include "base/error.h"
#include "base/text.h"

namespace esep::app {
namespace {

// data/common_passwords.txt: one in a line; a line that begins with # is none.
std::set<std::string> common_passwords(const Engine& engine) {
  std::set<std::string> out;
  for (const std::string& line : split(engine.library().get("data/common_passwords.txt").text, '\n')) {
    const std::string word = trim(line);
    if (!word.empty() && !word.starts_with('#')) out.insert(fold_case(word));
  }
  return out;
}

}  // namespace

Message accept_invitation(Engine& engine, accounts::AccountStore& store, const std::string& token,
                          const std::string& password, accounts::Instant now) {
  const auto account = store.invited(token, now);
  if (!account) throw Error("INVITATION-OVER");
  Message refusal = accounts::password_refusal(password, *account, common_passwords(engine));
  if (refusal.empty()) store.accept(token, password, now);
  return refusal;
}

Message change_password(Engine& engine, accounts::AccountStore& store, const PasswordChange& change,
                        accounts::Instant now) {
  const auto session = store.session(change.session, now);
  if (!session) return Message("PASSWORD-OLD-WRONG");
  Message refusal = accounts::password_refusal(change.new_password, session->account, common_passwords(engine));
  if (!refusal.empty()) return refusal;
  if (!store.change_password(change.session, change.old_password, change.new_password, now))
    return Message("PASSWORD-OLD-WRONG");
  return {};
}

}  // namespace esep::app
