// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/account.h"

namespace esep::text {

/// Who may sign in (docs/json.md).
[[nodiscard]] std::string accounts_json(const std::vector<report::Account>& accounts);

}  // namespace esep::text
