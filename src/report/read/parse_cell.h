// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "form/value_spec.h"
#include "report/read/grid.h"

namespace esep::report {

/// What is wrong with a cell: a finding without its place. `code` is also the key of the message.
struct CellProblem {
  std::string code;
  Message message;
  Severity severity = Severity::error;
};

struct ParsedCell {
  form::Value value;
  std::vector<CellProblem> problems;  // with an error among them the value is blank
};

/// Reads a received cell as the column's type, as a person means it where that is certain. A blank cell is a blank
/// value without problems: whether it is required is the binder's question.
[[nodiscard]] ParsedCell parse_cell(const form::ValueSpec& column, const GridCell& cell, DateSystem dates);

/// The same for a text as typed (examples of form files, options of the command line).
[[nodiscard]] ParsedCell parse_typed(const form::ValueSpec& column, std::string_view typed);

}  // namespace esep::report
