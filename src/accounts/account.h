// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "report/review/users.h"

namespace esep::accounts {

/// Seconds since 1970 UTC. Callers of this folder give the time; it reads no clock.
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

/// What came of an attempt to sign in.
enum class SignInResult {
  ok,
  wrong,       // login, password or code: nobody learns which
  needs_code,  // the password is right, and a one-time password is asked
  wait,        // too many wrong ones: tried again too soon
  disabled,    // said to nobody but the log
};

/// A line of the sign-in log.
struct SignInEntry {
  Instant at = 0;
  std::string login;    // as typed, of an unknown one, too
  std::string address;  // from where
  std::string result;   // "ok", "wrong", "needs_code", "wait", "disabled"
};

/// Whose session a token is.
struct Session {
  Account account;
  std::string csrf;  // to be shown again by each form of the session
  Instant ends = 0;  // if it is not used until then
};

}  // namespace esep::accounts
