// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "form/form_definition.h"
#include "report/read/grid.h"

namespace esep::report {

/// The texts below a form's table: its notes and the titles of its signatures. A row that begins with one of them ends
/// the table.
class EndMarks {
 public:
  explicit EndMarks(const form::FormDefinition& form);
  [[nodiscard]] bool begin(const GridRow& row) const;

 private:
  std::vector<std::string> marks_;  // folded
};

}  // namespace esep::report
