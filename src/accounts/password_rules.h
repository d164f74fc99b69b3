// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>

#include "accounts/account.h"
#include "base/message.h"

namespace esep::accounts {

/// Why a password is not taken, after NIST SP 800-63B: it has fewer than 12 or more than 200 characters
/// (PASSWORD-SHORT, PASSWORD-LONG), is one of the commonest with nothing but digits and signs around it, repeats or
/// counts (PASSWORD-COMMON), or is the person's own name (PASSWORD-NAME). An empty message: it is taken. Which kinds of
/// characters it has is nobody's matter. `common`: folded words (data/common_passwords.txt).
[[nodiscard]] Message password_refusal(const std::string& password, const Account& account,
                                       const std::set<std::string>& common);

}  // namespace esep::accounts
