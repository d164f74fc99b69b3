// SPDX-License-Identifier: MIT
#include "report/finding.h"

#include <algorithm>

namespace esep::report {

bool has_errors(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::error; });
}

std::string column_letters(int column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

std::string cell_name(int row, int column) { return column_letters(column) + std::to_string(row); }

}  // namespace esep::report
