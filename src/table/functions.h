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
/// argument gives NULL. If a result is not exact, the statement fails with the key of a message: RULE-OVERFLOW,
/// RULE-DIVISION, RULE-NOT-DECIMAL. `sum` replaces SQLite's own, which changes to floating point. `limit`: results
/// beyond ±`limit` are overflows too; the limit may change between statements.
void add_functions(sqlite::Database& database, const std::shared_ptr<const int64_t>& limit = nullptr);

/// Functions of SQLite and of ours that rules may call.
[[nodiscard]] const std::vector<std::string>& allowed_functions();
[[nodiscard]] bool is_allowed_function(std::string_view name);

}  // namespace esep::table
