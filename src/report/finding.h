// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace esep::report {

/// A mistake in a received file, with its place. `row` and `cell` are as Excel shows them. Made like a sentence:
/// Finding::of(Message("CELL-DATE")).in(file, sheet).at(row, cell).of_column("c14").
struct Finding {
  std::string file;
  std::string sheet;   // empty: none (CSV, the file as a whole)
  std::string cell;    // "C14"; empty: none
  int row = 0;         // 0: none; for CSV the line
  std::string column;  // the form's column id; empty: none
  std::string code;    // stable: CELL-DATE, TG-BIN …
  Severity severity = Severity::error;
  Message message;
  LocalText law;  // its legal basis; may be empty

  /// An error whose code is the key of its message.
  [[nodiscard]] static Finding of(Message message);
  [[nodiscard]] static Finding of(std::string code, Message message);

  [[nodiscard]] Finding in(std::string in_file, std::string on_sheet = "") &&;
  [[nodiscard]] Finding at(int in_row, std::string in_cell = "") &&;
  [[nodiscard]] Finding of_column(std::string id) &&;
  [[nodiscard]] Finding as(Severity how_bad) &&;
};

using Findings = std::vector<Finding>;

[[nodiscard]] bool has_errors(const Findings& findings);

}  // namespace esep::report
