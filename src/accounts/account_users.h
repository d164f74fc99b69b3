// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "report/review/users.h"

namespace esep::accounts {

/// Who may do what by WS/accounts.db, by login; disabled accounts are left out. std::nullopt: there is no such file, or
/// no account in it.
[[nodiscard]] report::Users account_users(const std::filesystem::path& file);

}  // namespace esep::accounts
