// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "table/token.h"

namespace esep::table {

enum class NumberKind { none, decimal, integer };

/// Which names of an expression stand for numbers, and of what kind.
struct NumberNames {
  std::map<std::string, NumberKind> columns;  // of `row`, `rows`, `previous` and their aliases
  std::map<std::string, NumberKind> fields;   // of `head`
  std::map<std::string, NumberKind> subject;

  [[nodiscard]] NumberKind of(std::string_view qualifier, const std::string& name) const;
};

/// Decimals are counts of ten-thousandths: `amount > 100` means more than 0.01. So a decimal that meets a whole number
/// or a text is refused as RULE-UNITS, a text that is no decimal inside dec() as RULE-DECIMAL, sum() over decimals as
/// RULE-SUM. Looks at neighbours only; what it cannot see (a CASE, an iif) passes.
[[nodiscard]] std::optional<Message> check_units(std::string_view text, const std::vector<Token>& tokens,
                                                 const NumberNames& names);

}  // namespace esep::table
