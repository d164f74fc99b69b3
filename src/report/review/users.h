// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

/// Who is who: `[users]` of WS/esep.toml. Pure values.
namespace esep::report {

struct UserRights {
  std::set<std::string> roles;
  /// The codes of the bodies for which the user acts. Absent: for all.
  std::optional<std::set<std::string>> bodies = std::nullopt;
  /// Written as a list of roles, so that nobody has said for which bodies.
  bool is_list = false;
};

/// Users of the workspace by name; absent: no table, everybody has every role for every body.
using Users = std::optional<std::map<std::string, UserRights>>;

}  // namespace esep::report
