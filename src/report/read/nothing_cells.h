// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <utility>

#include "report/finding.h"
#include "table/rules.h"

namespace esep::report {

/// The cells of optional columns that say that there is nothing, for a `required_if` that asks for a value there: who
/// wrote a dash or «нет» is not told that the cell is blank. Of a file with very many such cells the first ones.
class NothingCells {
 public:
  /// `fields`: of the heading, by id, with words as in TypedRow.
  NothingCells(const form::FormDefinition& form, std::map<std::string, std::string> fields)
      : form_(form), fields_(std::move(fields)) {}
  void take(const table::TypedRow& row);
  /// Names what stands in the cell, if the finding says that it is blank.
  void tell(const table::RuleHit& hit, Finding& finding) const;

 private:
  const form::FormDefinition& form_;
  std::map<std::string, std::string> fields_;
  std::map<std::pair<int64_t, size_t>, std::string> cells_;  // sheet row and column
};

}  // namespace esep::report
