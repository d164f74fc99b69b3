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

/// A rule's text, read and found harmless, as SQLite is to get it.
struct Expression {
  /// `period_start`, `period_end`, `received_on` have become ?1, ?2, ?3, so that no column of that name can stand
  /// in front of them.
  std::string sql;
  int parameters = 0;  // the highest of those that occurs
  /// While no number that the rule reads or computes by a function is beyond ±this, its `+` and `-` stay within 64
  /// bits. (Beyond them SQLite goes over to floating point without a word.)
  int64_t operand_limit = std::numeric_limits<int64_t>::max();
  bool subquery = false;
  /// Every name that occurs, columns and fields among them; "*" where a subquery takes all columns.
  std::set<std::string> names;
  /// Columns that a subquery compares with one of `row`: worth an index.
  std::set<std::string> lookups;
};

/// Reads a rule's text and refuses what is not one expression (RULE-EMPTY, RULE-LONG, RULE-COMMENT, RULE-SEMICOLON,
/// RULE-QUOTE, RULE-SIGN, RULE-PARENTHESES), what is not exact (RULE-REAL, RULE-INEXACT, RULE-OPERATOR, RULE-SUM,
/// RULE-UNITS, RULE-DECIMAL) and subqueries of subqueries (RULE-SUBQUERY). nullopt: nothing to object to, `out` is
/// filled.
[[nodiscard]] std::optional<Message> read_expression(std::string_view text, const NumberNames& names, Expression& out);

/// RULE-PARENTHESES.
[[nodiscard]] std::optional<Message> check_balance(const std::vector<Token>& tokens);
/// What SQLite would compute in floating point: RULE-REAL, RULE-OPERATOR, RULE-INEXACT, and blobs (RULE-SIGN).
[[nodiscard]] std::optional<Message> check_exact(const std::vector<Token>& tokens);

}  // namespace esep::table
