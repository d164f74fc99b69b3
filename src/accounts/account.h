// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "report/account.h"

namespace esep::accounts {

using report::Account;
using report::Instant;
using report::SignInEntry;

/// What came of an attempt to sign in.
enum class SignInResult {
  ok,
  wrong,       // login, password or code: nobody learns which
  needs_code,  // the password is right, and a one-time password is asked
  wait,        // too many wrong ones: tried again too soon
  disabled,    // said to nobody but the log
};

/// Whose session a token is.
struct Session {
  Account account;
  std::string csrf;  // to be shown again by each form of the session
  Instant ends = 0;  // if it is not used until then
};

}  // namespace esep::accounts
