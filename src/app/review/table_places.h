// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "form/form_definition.h"
#include "report/finding.h"
#include "report/read/grid.h"
#include "report/review/review.h"

namespace esep::app {

/// The sheet of a form's table in a received file, and the places of its columns. The form must outlive it.
class TablePlaces {
 public:
  TablePlaces(const form::FormDefinition& form, report::Grid& grid, std::string file);

  /// A warning at the cell that `place` means. Without a table the place stays as it was given.
  [[nodiscard]] report::Finding problem_at(Message message, const report::Place& place) const;
  /// The form's column at a cell of the table; empty: none.
  [[nodiscard]] std::string column_at(const std::string& cell) const;

 private:
  [[nodiscard]] int column_of(const std::string& id) const;

  const form::FormDefinition& form_;
  std::string file_;
  std::string sheet_;
  int header_row_ = 0;
  std::vector<int> columns_;
};

}  // namespace esep::app
