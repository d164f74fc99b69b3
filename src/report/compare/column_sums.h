// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "form/form_definition.h"
#include "table/form_table.h"

namespace esep::report {

/// Sums of a form's columns that add up, row after row.
class ColumnSums {
 public:
  explicit ColumnSums(const form::FormDefinition& form);

  void add(const table::TypedRow& row);

  /// Indices of the columns that add up, in their order.
  [[nodiscard]] const std::vector<size_t>& columns() const { return columns_; }
  /// The n-th sum as a value of the column's type; blank if it is too large.
  [[nodiscard]] form::Value value(size_t n) const;

 private:
  const form::FormDefinition* form_;
  std::vector<size_t> columns_;
  std::vector<std::optional<Decimal>> sums_;
};

/// The value as a number; nullopt if it is not one.
[[nodiscard]] std::optional<Decimal> number_of(const form::Value& value);
/// The sum as a value of the type of `a`. A blank value counts as zero; the sum is blank if it does not fit.
[[nodiscard]] form::Value sum_of(const form::Value& a, const form::Value& b);

}  // namespace esep::report
