// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "accounts/account_store.h"
#include "app/core/engine.h"

/// What a person does with the own account (portal.md, rules of passwords after NIST SP 800-63B).
namespace esep::app {

/// Uses an invitation up and sets the password. Returns why it is not taken (accounts/password_rules.h); empty: it is
/// set. Error INVITATION-OVER.
[[nodiscard]] Message accept_invitation(Engine& engine, accounts::AccountStore& store, const std::string& token,
                                        const std::string& password, accounts::Instant now);

/// Of whoever is signed in. Returns why it is not taken, PASSWORD-OLD-WRONG among the reasons; empty: it is set, and
/// the other sessions of the account have ended.
struct PasswordChange {
  std::string session, old_password, new_password;
};
[[nodiscard]] Message change_password(Engine& engine, accounts::AccountStore& store, const PasswordChange& change,
                                      accounts::Instant now);

}  // namespace esep::app
