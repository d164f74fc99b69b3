// SPDX-License-Identifier: MIT
#include "text/accounts_json.h"

#include "text/json_value.h"

namespace esep::text {

std::string accounts_json(const std::vector<report::Account>& accounts) {
  Json items = Json::array();
  for (const report::Account& account : accounts) {
    Json one;
    one["login"] = account.login;
    one["name"] = account.name;
    one["roles"] = account.rights.roles;
    one["bodies"] = account.rights.bodies ? Json(*account.rights.bodies) : Json();
    one["disabled"] = account.disabled;
    one["has_password"] = account.has_password;
    one["asks_code"] = account.has_totp;
    items.push_back(std::move(one));
  }
  return answer("accounts", std::move(items));
}

}  // namespace esep::text
