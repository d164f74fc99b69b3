// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "form/form_definition.h"
#include "sqlite/database.h"
#include "table/sandbox.h"

namespace esep::table {

/// A rule (or the required_if of a column or a heading field, then `rule` is null) that waits to be run. Its statement
/// gives the sheet row (0 for the whole table) and, in scope row, the columns of the form, in sheet order.
struct CompiledRule {
  const form::Rule* rule = nullptr;
  const form::ValueSpec* required = nullptr;
  std::string name;  // how messages call it: the rule's code, or the column's id
  sqlite::Statement statement;
  int parameters = 0;
  int64_t operand_limit = 0;
  std::set<std::string> names;  // that occur in the expression
  /// To go through the rows one by one, where one of them cannot be computed; empty where rows cannot be told apart
  /// (scope table, a subquery).
  std::string candidates;  // rows behind ?1 that the rule concerns
  std::string single;      // as `statement`, of row ?4 alone
  std::string beyond;      // a row if a number of row ?1 is beyond the operand limit; empty: no number is read
};

/// Compiles the rules and required_ifs of a form, in its order. What does not compile is a diagnostic (RULE-…).
[[nodiscard]] std::vector<CompiledRule> compile_rules(const form::FormDefinition& form,
                                                      const form::RegisterDefinition* subject, Sandbox& sandbox,
                                                      Diagnostics& diagnostics);

}  // namespace esep::table
