// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "form/form_definition.h"
#include "sqlite/database.h"
#include "table/sandbox.h"

namespace esep::table {

/// A prepared rule, or the required_if of a column or a heading field (then `rule` is null). Its statement gives the
/// sheet row (0 for the whole table) and, in scope row, the columns of the form, in sheet order; last, for a rule with
/// a right value, that value.
struct CompiledRule {
  const form::Rule* rule = nullptr;
  const form::ValueSpec* required = nullptr;
  const form::ValueSpec* judged = nullptr;  // of what the right value is; nullptr: the statement gives none
  std::string name;  // its name in messages: the rule's code, or the column's id where a key of the column asks
  sqlite::Statement statement;
  int parameters = 0;
  int64_t operand_limit = 0;
  std::set<std::string> names;  // names in the expression
  /// For running the rule row by row after a row that cannot be computed. Empty if the rule does not run by row (scope
  /// table, a subquery).
  std::string candidates;  // the rows after ?1 to which the rule applies
  std::string single;      // as `statement`, for row ?4 only
  std::string beyond;      // a row if a number of row ?1 exceeds the operand limit; empty: the rule reads no number
};

/// Compiles the rules and required_ifs of a form, in its order. A rule that does not compile is a diagnostic (RULE-…).
[[nodiscard]] std::vector<CompiledRule> compile_rules(const form::FormDefinition& form,
                                                      const form::RegisterDefinition* subject, Sandbox& sandbox,
                                                      Diagnostics& diagnostics);

}  // namespace esep::table
