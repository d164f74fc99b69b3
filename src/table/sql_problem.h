// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "form/form_definition.h"
#include "form/register_definition.h"

namespace esep::table {

/// Translates SQLite's error about a rule into the terms of rules.
struct SqlProblem {
  Message message;
  std::string did_you_mean;
};

/// `reason`: SQLite's own text. RULE-COLUMN, RULE-TABLE, RULE-FUNCTION, RULE-NO-OPERATOR, RULE-AGGREGATE,
/// RULE-AMBIGUOUS, RULE-DENIED; any other reason is RULE-SQL with SQLite's text.
[[nodiscard]] SqlProblem explain_sql(const std::string& reason, const form::FormDefinition& form,
                                     const form::RegisterDefinition* subject);

/// What SQLite did not find.
struct MissingName {
  enum class Kind { table, column, function, operation };
  Kind kind = Kind::table;
  std::string name;  // of a column without the table's
};
/// nullopt: `reason`, SQLite's own text, is about something else.
[[nodiscard]] std::optional<MissingName> missing_name(const std::string& reason);

}  // namespace esep::table
