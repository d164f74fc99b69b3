// SPDX-License-Identifier: MIT
#include "accounts/account_users.h"

#include "accounts/account_store.h"

namespace esep::accounts {

report::Users account_users(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return std::nullopt;
  Passwords none;
  const std::vector<Account> all = AccountStore(file, none).list();
  if (all.empty()) return std::nullopt;
  report::Users out;
  out.emplace();
  for (const Account& account : all)
    if (!account.disabled) (*out)[account.login] = account.rights;
  return out;
}

}  // namespace esep::accounts
