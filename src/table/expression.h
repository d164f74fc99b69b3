// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/message.h"

namespace esep::table {

/// Reads a rule's text token by token and refuses what the sandbox could not stop or what would make decimals inexact:
/// `;`, comments, unbalanced parentheses or quotes, double-quoted names that are no column, bare `*` `/` `%` (but `count(*)`), real
/// literals, avg, total, round, and `sum` (dec_sum is the exact one; `sum` is allowed over integers, so the caller
/// names the decimal columns). nullopt: nothing to object to.
[[nodiscard]] std::optional<Message> objection(std::string_view expression, const std::set<std::string>& decimal_columns);

}  // namespace esep::table
