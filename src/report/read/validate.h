// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "report/read/bind.h"
#include "report/read/row_keys.h"
#include "table/rules.h"

namespace esep::report {

/// A report that was read and judged. Its rows wait in the RuleRunner that was given.
struct CheckedReport {
  Head head;
  Layout layout;
  int64_t rows = 0;
  bool readable = false;  // a table of this form was found; false: nothing to keep
};

/// Gives the next row of the report before; false: no more. Empty: there is none.
using PreviousRows = std::function<bool(table::TypedRow&)>;

/// Reads and judges a report of a known form: cells, identifiers, required cells, then the form's rules. `runner` is
/// emptied first and holds the rows afterwards. `context.head` and `.subject` are given by the caller for what the
/// engine fills in; the agency's own heading fields are added here. Rules run also where cells are wrong (a wrong cell
/// is NULL and violates nothing), so that one reading shows everything. `expected`: what the form's source of rows
/// gives for this report; null where there is none or it is not known.
[[nodiscard]] CheckedReport validate(const ReceivedFile& file, table::RuleRunner& runner, table::RuleContext context,
                                     const PreviousRows& previous, const ExpectedRows* expected = nullptr);

/// What a hit says, with column and row but without file, sheet and cell. Before the rule's `enforce_from` an error is
/// a warning.
[[nodiscard]] Finding finding_of(const form::FormDefinition& form, const table::RuleHit& hit,
                                 const calendar::Date& received);

/// What the {column ids} of a rule's message stand for, as people write it.
[[nodiscard]] Message::Args rule_arguments(const form::FormDefinition& form, const table::RuleHit& hit);

/// Findings in the order a person goes through the sheet: sheet, row, column, code.
void sort_findings(Findings& findings);

}  // namespace esep::report
