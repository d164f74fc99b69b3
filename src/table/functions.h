// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite/database.h"

namespace esep::table {

/// Registers dec, dec_mul, dec_div, dec_cmp, dec_sum, sum, days_between, add_months, labelled_date and fold. A NULL
/// argument gives NULL. What cannot be computed exactly makes the statement fail with the key of a message:
/// RULE-OVERFLOW, RULE-DIVISION, RULE-NOT-DECIMAL. `sum` takes the place of SQLite's, which falls back on floating
/// point. `limit`: results beyond ± it are overflows too; it may change between statements.
void add_functions(sqlite::Database& database, const std::shared_ptr<const int64_t>& limit = nullptr);

/// Functions of SQLite and of ours that rules may call.
[[nodiscard]] const std::vector<std::string>& allowed_functions();
[[nodiscard]] bool is_allowed_function(std::string_view name);

}  // namespace esep::table
