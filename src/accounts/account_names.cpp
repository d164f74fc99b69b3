// SPDX-License-Identifier: MIT
#include "accounts/account_names.h"

#include "accounts/account_store.h"

namespace esep::accounts {

AccountNames::AccountNames(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return;
  Passwords none;
  for (const Account& account : AccountStore(file, none).list()) names_[account.login] = account.name;
}

std::string AccountNames::of(const std::string& user) const {
  const auto at = names_.find(user);
  return at == names_.end() || at->second.empty() ? user : at->second;
}

std::string AccountNames::with_login(const std::string& user) const {
  const std::string name = of(user);
  return name == user ? user : name + " (" + user + ")";
}

}  // namespace esep::accounts
