// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite/database.h"

namespace esep::table {

/// Registers dec, dec_mul, dec_div, dec_cmp, dec_sum, days_between, add_months, labelled_date and fold. An overflow or a division by
/// zero makes the statement fail; a NULL argument gives NULL.
void add_functions(sqlite::Database& database);

/// Whether rules may call this function of SQLite or of ours.
[[nodiscard]] bool is_allowed_function(std::string_view name);

}  // namespace esep::table
