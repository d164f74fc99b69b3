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

/// A report that was read and checked. Its rows are in the given RuleRunner.
struct CheckedReport {
  Head head;
  Layout layout;
  int64_t rows = 0;
  bool readable = false;      // the file has a table of this form; false: the file is not kept
  bool letters_lost = false;  // saved without its Kazakh letters: what it says of itself cannot be compared
};

/// Gives the next row of the previous report; false: no more rows. Empty: there is no previous report.
using PreviousRows = std::function<bool(table::TypedRow&)>;

/// Reads and checks a report of a known form: cells, identifiers, required cells, then the form's rules. `runner` is
/// emptied first and holds the rows afterwards. The caller gives `context.head` and `.subject` for the fields that the
/// engine fills in; the agency's heading fields are added here. Rules also run if cells are wrong (a wrong cell is NULL
/// and violates nothing), so that one run shows all mistakes. `expected`: the rows of the form's source for this
/// report; null if there is no source or its rows are not known.
[[nodiscard]] CheckedReport validate(const ReceivedFile& file, table::RuleRunner& runner, table::RuleContext context,
                                     const PreviousRows& previous, const ExpectedRows* expected = nullptr);

/// The finding of a hit, with column and row but without file, sheet and cell. Before the rule's `enforce_from` an
/// error is a warning.
[[nodiscard]] Finding finding_of(const form::FormDefinition& form, const table::RuleHit& hit,
                                 const calendar::Date& received);

/// The values of the {column ids} of a rule's message, as people write them.
[[nodiscard]] Message::Args rule_arguments(const form::FormDefinition& form, const table::RuleHit& hit);

/// Sorts findings in reading order: sheet, row, column, code.
void sort_findings(Findings& findings);

}  // namespace esep::report
