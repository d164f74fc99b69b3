// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace esep::report {

/// Something wrong in what was handed in, with the place a person can go to. `row` and `cell` are what Excel shows.
struct Finding {
  std::string file;
  std::string sheet;   // empty: none (CSV, the file as a whole)
  std::string cell;    // "C14"; empty: none
  int row = 0;         // 0: none; for CSV the line
  std::string column;  // the form's column id; empty: none
  std::string code;    // stable: CELL-DATE, TG-BIN …
  Severity severity = Severity::error;
  Message message;
  LocalText law;  // paragraph behind it; may be empty
};

using Findings = std::vector<Finding>;

[[nodiscard]] bool has_errors(const Findings& findings);

/// A1 notation. Columns and rows are 1-based; column 27 is "AA".
[[nodiscard]] std::string column_letters(int column);
[[nodiscard]] std::string cell_name(int row, int column);

}  // namespace esep::report
