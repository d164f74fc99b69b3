// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>

#include "sqlite/database.h"

namespace esep::accounts {

/// Opens WS/accounts.db or makes it (mode 0600). Error ACCOUNTS-NEWER: a later program made it; ACCOUNTS-FOREIGN:
/// another program did.
[[nodiscard]] std::unique_ptr<sqlite::Database> open_accounts(const std::filesystem::path& file);

}  // namespace esep::accounts
