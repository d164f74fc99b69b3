// SPDX-License-Identifier: MIT
#pragma once

#include "report/finding.h"
#include "table/rules.h"

/// What is said where a rule is not kept that stands in the form as a key (`min`, `max`, `sum_of`, `total_of`) or says
/// what a number should be.
namespace esep::report {

/// The standard sentence, or the form's own with `{_limit}`, or `{_sum}` and `{_difference}`, besides the values of the
/// row. `hit` is of a rule with a key.
[[nodiscard]] Message key_message(const form::FormDefinition& form, const table::RuleHit& hit);

/// The sentence of a [[rule]]; of an equation also what the number should be, and the difference.
[[nodiscard]] Message rule_message(const form::FormDefinition& form, const table::RuleHit& hit);

/// What the finding says that its cell should hold; blank: it says nothing of it.
[[nodiscard]] form::Value suggested_value(const form::FormDefinition& form, const table::RuleHit& hit);

/// Whether a cell that a sum adds up has a finding of its own: it could not be read, or it is missing. The sum is then
/// not judged. `of_cells`: what was found while the cells were read.
[[nodiscard]] bool has_open_part(const table::RuleHit& hit, const Findings& of_cells);

/// CELL-MIN, CELL-MAX, CELL-EARLY or CELL-LATE where the value is beyond a limit that does not depend on the report;
/// empty: it is not.
[[nodiscard]] std::string_view beyond_limits(const form::ValueSpec& spec, const form::Value& value);

}  // namespace esep::report
