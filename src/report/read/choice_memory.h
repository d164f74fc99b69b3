// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "form/column.h"
#include "report/read/parse_cell.h"

namespace esep::report {

/// What the cells of choices were read as. The same words of choices come in many rows, and comparing them folded is
/// expensive.
class ChoiceMemory {
 public:
  explicit ChoiceMemory(const std::vector<form::Column>& columns) : columns_(columns), known_(columns.size()) {}

  /// The value of a cell that was read before; nullptr: it was not.
  [[nodiscard]] const form::Value* find(size_t column, const GridCell& cell) const;
  /// Keeps what is certain.
  void keep(size_t column, const GridCell& cell, const ParsedCell& parsed);

 private:
  [[nodiscard]] bool is_plain_choice(size_t column, const GridCell& cell) const;

  const std::vector<form::Column>& columns_;
  std::vector<std::map<std::string, form::Value>> known_;  // by column: text of the cell → value
};

}  // namespace esep::report
