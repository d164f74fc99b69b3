// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "form/value_spec.h"
#include "report/read/grid.h"

namespace esep::report {

/// A mistake in a cell: a finding without its place. `code` is also the key of the message.
struct CellProblem {
  std::string code;
  Message message;
  Severity severity = Severity::error;
};

struct ParsedCell {
  form::Value value;
  std::vector<CellProblem> problems;  // if one is an error, the value is blank
};

/// Reads a received cell as the column's type. Accepts every notation that has only one meaning. A blank cell is a
/// blank value without problems; bind.h checks whether it is required.
[[nodiscard]] ParsedCell parse_cell(const form::ValueSpec& column, const GridCell& cell, DateSystem dates);

/// The same for a typed text (examples of form files, options of the command line).
[[nodiscard]] ParsedCell parse_typed(const form::ValueSpec& column, std::string_view typed);

}  // namespace esep::report
