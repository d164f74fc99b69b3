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

/// The names of an expression that stand for numbers, and their kinds.
struct NumberNames {
  std::map<std::string, NumberKind> columns;  // of `row`, `rows`, `previous` and their aliases
  std::map<std::string, NumberKind> fields;   // of `head`
  std::map<std::string, NumberKind> subject;

  [[nodiscard]] NumberKind of(std::string_view qualifier, const std::string& name) const;
};

/// Decimals are counts of ten-thousandths: `amount > 100` means more than 0.01. So a decimal beside a whole number or a
/// text is RULE-UNITS, a text inside dec() that is not a decimal is RULE-DECIMAL, sum() over decimals is RULE-SUM. The
/// check compares only neighbouring operands; it does not look into a CASE or an iif.
[[nodiscard]] std::optional<Message> check_units(std::string_view text, const std::vector<Token>& tokens,
                                                 const NumberNames& names);

}  // namespace esep::table
