// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "report/review/users.h"

namespace esep::report {

/// Seconds since 1970 UTC. Only the callers of app/ read a clock.
using Instant = int64_t;

/// Who may sign in. `rights.is_list` is always false.
struct Account {
  int64_t id = 0;
  std::string login;  // the name under which the history records what the person did
  std::string name;
  report::UserRights rights;
  bool disabled = false;
  bool has_password = false;  // false: invited, and has not chosen one
  bool has_totp = false;
  Instant made = 0;
  std::optional<Instant> last_sign_in = std::nullopt;
};

/// A line of the sign-in log.
struct SignInEntry {
  Instant at = 0;
  std::string login;    // as typed, of an unknown one, too
  std::string address;  // from where
  std::string result;   // "ok", "wrong", "needs_code", "wait", "disabled"
};

}  // namespace esep::report
