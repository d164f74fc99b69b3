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
  bool dash = false;                  // the value is blank, because a dash or a word stands for "nothing"
  std::string word = {};              // this word, as it was written; empty for a dash

  [[nodiscard]] bool has_error() const;
};

/// Reads a received cell as the column's type. Accepts every notation that has only one meaning. A blank cell is a
/// blank value without problems; bind.h checks whether it is required. So is a dash, and in an optional cell where no
/// text is expected also the word «жоқ», «нет» or "none".
[[nodiscard]] ParsedCell parse_cell(const form::ValueSpec& column, const GridCell& cell, DateSystem dates);

/// The same for a text of our own (form files, the register, options of the command line), in which a dash is a dash.
[[nodiscard]] ParsedCell parse_typed(const form::ValueSpec& column, std::string_view typed);

}  // namespace esep::report
