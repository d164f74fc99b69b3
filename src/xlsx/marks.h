// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>

#include "report/finding.h"

namespace esep::xlsx {

/// What is said of one cell, by one finding or several.
struct Mark {
  std::string text;
  Severity severity = Severity::info;  // the gravest
};
using Marks = std::map<std::pair<int, int>, Mark>;  // (row, column), 1-based, of one sheet

/// Findings at cells or rows, by the names of their sheets; `say` renders in the reader's language.
[[nodiscard]] std::map<std::string, Marks> marks_of(const report::Findings& findings,
                                                    const std::function<std::string(const Message&)>& say);
/// The fill of a marked cell, 0xRRGGBB.
[[nodiscard]] uint32_t fill_of(Severity severity);

}  // namespace esep::xlsx
