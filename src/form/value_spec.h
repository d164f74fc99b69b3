// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "form/checks.h"
#include "form/value.h"
#include "form/wording.h"

namespace esep::form {

struct Choice {
  std::string id;
  LocalText title;  // title in the dropdown and on paper, per language
};

/// The notation of each line of a cell, if the type alone does not fix it.
enum class LinePattern {
  none,
  labelled_date  // «label: dd.mm.yyyy»
};

/// Explanations of a value for people, and examples that test the form.
struct Guide {
  LocalText note;             // how to fill it in; on the instruction sheet and as the cell's prompt
  LocalText reason;           // the reason for a reconstructed column
  std::string example;        // a right value, as typed
  std::string wrong_example;  // a wrong value, as typed …
  std::string wrong_finding;  // … and the code of the finding it must give
};

/// The definition of a value: everything needed to read, check, store and show it. A table's column, a heading field
/// and a register's column each add their own members.
struct ValueSpec {
  std::string id;
  Wording title;
  std::vector<LocalText> former_titles;  // that a wording file corrected: workbooks handed out before have them
  ColumnType type = ColumnType::text;
  int scale = 0;  // decimal places allowed (money 2, percent ≤ 4)
  bool required = false;
  std::string required_if;  // SQL (docs/rules.md): the cell is required where it is true; empty: nowhere
  std::string default_text;
  std::vector<Choice> choices;
  int max_length = 0;     // characters a reader counts; 0: 32 000
  bool multiple = false;  // several values in one cell, one per line (choices, identifiers)
  LinePattern pattern = LinePattern::none;
  Guide guide;
  Checks checks;  // a register's column has none

  /// Whether a cell may hold several lines. Its value is then a text for any type of line.
  [[nodiscard]] bool holds_lines() const { return multiple || pattern != LinePattern::none; }
};

}  // namespace esep::form
