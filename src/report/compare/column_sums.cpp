// SPDX-License-Identifier: MIT
#include "report/compare/column_sums.h"

namespace esep::report {
namespace {

form::Value typed(const std::optional<Decimal>& sum, bool whole) {
  if (!sum) return {};
  if (!whole) return *sum;
  const auto integer = sum->to_integer();
  return integer ? form::Value(*integer) : form::Value();
}

}  // namespace

std::optional<Decimal> number_of(const form::Value& value) {
  if (const auto* decimal = std::get_if<Decimal>(&value)) return *decimal;
  if (const auto* whole = std::get_if<int64_t>(&value)) return Decimal::from_integer(*whole);
  return std::nullopt;
}

form::Value sum_of(const form::Value& a, const form::Value& b) {
  const auto first = number_of(a);
  const auto second = number_of(b);
  if (!first) return b;
  if (!second) return a;
  return typed(checked_add(*first, *second), std::holds_alternative<int64_t>(a) && std::holds_alternative<int64_t>(b));
}

ColumnSums::ColumnSums(const form::FormDefinition& form) : form_(&form) {
  for (size_t i = 0; i < form.columns.size(); ++i) {
    if (form.columns[i].adds_up) columns_.push_back(i);
  }
  sums_.assign(columns_.size(), Decimal());
}

void ColumnSums::add(const table::TypedRow& row) {
  for (size_t n = 0; n < columns_.size(); ++n) {
    // A head value counts once in a record.
    const bool repeated = form_->rows.kind == form::RowKind::grouped && !row.first &&
                          form_->is_head_column(form_->columns[columns_[n]].id);
    const auto number = number_of(row.values[columns_[n]]);
    if (repeated || !number || !sums_[n]) continue;
    sums_[n] = checked_add(*sums_[n], *number);
  }
}

form::Value ColumnSums::value(size_t n) const {
  return typed(sums_[n], form_->columns[columns_[n]].type == form::ColumnType::integer);
}

}  // namespace esep::report
