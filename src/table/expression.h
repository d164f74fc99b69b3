// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/message.h"
#include "table/operand.h"
#include "table/token.h"

namespace esep::table {

/// A rule's text after the checks, ready for SQLite.
struct Expression {
  /// `period_start`, `period_end`, `received_on` are replaced by ?1, ?2, ?3, so that no column of that name can hide
  /// them.
  std::string sql;
  int parameters = 0;  // the highest of these numbers in use
  /// If no number that the rule reads or gets from a function exceeds ±this limit, its `+` and `-` stay within 64 bits.
  /// (Beyond 64 bits SQLite silently changes to floating point.)
  int64_t operand_limit = std::numeric_limits<int64_t>::max();
  bool subquery = false;
  /// Every name in the text, including columns and fields; "*" if a subquery takes all columns.
  std::set<std::string> names;
  /// Columns that a subquery compares with a column of `row`; they get an index.
  std::set<std::string> lookups;
};

/// Reads a rule's text and refuses what is not one expression (RULE-EMPTY, RULE-LONG, RULE-COMMENT, RULE-SEMICOLON,
/// RULE-QUOTE, RULE-SIGN, RULE-PARENTHESES), what is not exact (RULE-REAL, RULE-INEXACT, RULE-OPERATOR, RULE-SUM,
/// RULE-UNITS, RULE-DECIMAL) and subqueries of subqueries (RULE-SUBQUERY). nullopt: the text is right, and `out` is
/// filled.
[[nodiscard]] std::optional<Message> read_expression(std::string_view text, const NumberNames& names, Expression& out);

/// RULE-PARENTHESES.
[[nodiscard]] std::optional<Message> check_balance(const std::vector<Token>& tokens);
/// Refuses floating point: RULE-REAL, RULE-OPERATOR, RULE-INEXACT, and blobs (RULE-SIGN).
[[nodiscard]] std::optional<Message> check_exact(const std::vector<Token>& tokens);

}  // namespace esep::table
