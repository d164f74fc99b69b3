// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/read/validate.h"

namespace esep::report {

/// What an example of a form file gave beside what it says it must give.
struct ExampleOutcome {
  std::vector<form::ExampleFinding> missing;     // expected, but not found
  std::vector<form::ExampleFinding> unexpected;  // found, but not expected
  [[nodiscard]] bool as_expected() const { return missing.empty() && unexpected.empty(); }
};

/// Runs an example through reading, typing and rules exactly as a received file. `context` gives the heading fields
/// that the engine fills in and the dates. `subject`: the register of the form's subject, by whose columns the
/// example's subject is read; nullptr: the form has none. A cell of the subject that cannot be read is a finding at
/// "subject.<column>".
[[nodiscard]] ExampleOutcome run_example(const form::FormDefinition& form, const form::Example& example,
                                         const form::RegisterDefinition* subject, const table::RuleContext& context,
                                         table::RuleRunner& runner);

/// The finding of each wrong_example must be its wrong_finding, and an example and a default must give none. Returns
/// the ids of the columns and fields where that is not so.
[[nodiscard]] std::vector<std::string> wrong_column_examples(const form::FormDefinition& form);

}  // namespace esep::report
