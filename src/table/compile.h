// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "form/form_definition.h"
#include "sqlite/database.h"
#include "table/sandbox.h"

namespace esep::table {

/// A rule (or a column's required_if, then `rule` is null) that waits to be run. Its statement gives the sheet row (0 for the
/// whole table) and, in scope row, the columns of the form, in sheet order.
struct CompiledRule {
  const form::Rule* rule = nullptr;
  const form::Column* required = nullptr;
  std::string name;  // how messages call it: the rule's code, or the column's id
  sqlite::Statement statement;
  int parameters = 0;
  int64_t operand_limit = 0;
};

/// Compiles the rules and required_ifs of a form, in its order. What does not compile is a diagnostic (RULE-…).
[[nodiscard]] std::vector<CompiledRule> compile_rules(const form::FormDefinition& form,
                                                      const form::RegisterDefinition* subject,
                                                      Sandbox& sandbox, Diagnostics& diagnostics);

}  // namespace esep::table
