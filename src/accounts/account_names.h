// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace esep::accounts {

/// Names of the persons behind the users whom a register names by their logins, also of disabled accounts.
class AccountNames {
 public:
  /// WS/accounts.db; nobody has a name if there is no such file.
  explicit AccountNames(const std::filesystem::path& file);
  /// The person's name; the user as he is written if no account has this login.
  [[nodiscard]] std::string of(const std::string& user) const;
  /// "A. Person (login)"; the user alone as above.
  [[nodiscard]] std::string with_login(const std::string& user) const;

 private:
  std::map<std::string, std::string> names_;
};

}  // namespace esep::accounts
