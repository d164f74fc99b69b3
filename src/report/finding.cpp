// SPDX-License-Identifier: MIT
#include "report/finding.h"

#include <algorithm>
#include <utility>

namespace esep::report {

Finding Finding::of(Message message) {
  std::string key = message.key;
  return of(std::move(key), std::move(message));
}

Finding Finding::of(std::string code, Message message) {
  Finding out;
  out.code = std::move(code);
  out.message = std::move(message);
  return out;
}

Finding Finding::in(std::string in_file, std::string on_sheet) && {
  file = std::move(in_file);
  sheet = std::move(on_sheet);
  return std::move(*this);
}

Finding Finding::at(int in_row, std::string in_cell) && {
  row = in_row;
  cell = std::move(in_cell);
  return std::move(*this);
}

Finding Finding::of_column(std::string id) && {
  column = std::move(id);
  return std::move(*this);
}

Finding Finding::as(Severity how_bad) && {
  severity = how_bad;
  return std::move(*this);
}

bool has_errors(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::error; });
}

}  // namespace esep::report
