// SPDX-License-Identifier: MIT
#include "report/compare/compare.h"

#include <algorithm>

#include "base/enum_names.h"
#include "report/compare/column_sums.h"
#include "report/read/fixed_rows.h"

namespace esep::report {
namespace {

using table::TypedRow;

constexpr EnumNames<RowChange::Kind, 3> kChanges{
    {{RowChange::Kind::added, "new"}, {RowChange::Kind::removed, "gone"}, {RowChange::Kind::changed, "changed"}}};

struct Rows {
  std::vector<TypedRow> before;
  std::vector<TypedRow> after;
};

bool takes_part(const form::FormDefinition& form, size_t column, const TypedRow& row) {
  return row.first || form.rows.kind != form::RowKind::grouped || !form.is_head_column(form.columns[column].id);
}

std::vector<form::Value> key_values(const form::FormDefinition& form, const TypedRow& row) {
  std::vector<form::Value> out;
  for (const size_t column : naming_columns(form)) out.push_back(row.values[column]);
  return out;
}

RowChange difference(const form::FormDefinition& form, const TypedRow& before, const TypedRow& after) {
  RowChange out{RowChange::Kind::changed, before.sheet_row, after.sheet_row, key_values(form, after), {}};
  for (size_t i = 0; i < form.columns.size(); ++i) {
    if (before.values[i] == after.values[i]) continue;
    if (!takes_part(form, i, before) && !takes_part(form, i, after)) continue;
    out.cells.push_back({form.columns[i].id, before.values[i], after.values[i]});
  }
  return out;
}

RowChange whole(const form::FormDefinition& form, const TypedRow& row, RowChange::Kind kind) {
  const bool added = kind == RowChange::Kind::added;
  RowChange out{kind, added ? 0 : row.sheet_row, added ? row.sheet_row : 0, key_values(form, row), {}};
  for (size_t i = 0; i < form.columns.size(); ++i) {
    if (form::is_blank(row.values[i]) || !takes_part(form, i, row)) continue;
    out.cells.push_back(
        {form.columns[i].id, added ? form::Value() : row.values[i], added ? row.values[i] : form::Value()});
  }
  return out;
}

bool alike(const TypedRow& a, const TypedRow& b) { return a.values == b.values && a.first == b.first; }

bool pull(table::RowReader& rows, ColumnSums& sums, TypedRow& row) {
  if (!rows.next(row)) return false;
  sums.add(row);
  return true;
}

// The rows after the equal ones at the beginning.
Rows read(table::RowReader& before, table::RowReader& after, ColumnSums& sums_before, ColumnSums& sums_after) {
  Rows out;
  TypedRow a;
  TypedRow b;
  bool has_a = pull(before, sums_before, a);
  bool has_b = pull(after, sums_after, b);
  while (has_a && has_b && alike(a, b)) {
    has_a = pull(before, sums_before, a);
    has_b = pull(after, sums_after, b);
  }
  for (; has_a; has_a = pull(before, sums_before, a)) out.before.push_back(a);
  for (; has_b; has_b = pull(after, sums_after, b)) out.after.push_back(b);
  return out;
}

std::vector<CellChange> sums_of(const form::FormDefinition& form, const ColumnSums& before, const ColumnSums& after) {
  std::vector<CellChange> out;
  for (size_t n = 0; n < before.columns().size(); ++n)
    out.push_back({form.columns[before.columns()[n]].id, before.value(n), after.value(n)});
  return out;
}

std::vector<RowChange> by_position(const form::FormDefinition& form, Rows rows) {
  while (!rows.before.empty() && !rows.after.empty() && alike(rows.before.back(), rows.after.back())) {
    rows.before.pop_back();
    rows.after.pop_back();
  }
  std::vector<RowChange> out;
  const size_t both = std::min(rows.before.size(), rows.after.size());
  for (size_t i = 0; i < both; ++i) {
    auto change = difference(form, rows.before[i], rows.after[i]);
    if (!change.cells.empty()) out.push_back(std::move(change));
  }
  for (size_t i = both; i < rows.before.size(); ++i)
    out.push_back(whole(form, rows.before[i], RowChange::Kind::removed));
  for (size_t i = both; i < rows.after.size(); ++i) out.push_back(whole(form, rows.after[i], RowChange::Kind::added));
  return out;
}

// If a key stands twice (which is only a warning), its rows are paired in order.
std::vector<RowChange> by_key(const form::FormDefinition& form, const Rows& rows) {
  PairKeys keys_before(form);
  PairKeys keys_after(form);
  std::multimap<std::string, size_t> old;
  for (size_t i = 0; i < rows.before.size(); ++i) old.emplace(keys_before.of(rows.before[i].values), i);
  std::vector<bool> met(rows.before.size(), false);
  std::vector<RowChange> out;
  for (const TypedRow& row : rows.after) {
    const auto [first, last] = old.equal_range(keys_after.of(row.values));
    const auto at = std::find_if(first, last, [&](const auto& entry) { return !met[entry.second]; });
    if (at == last) {
      out.push_back(whole(form, row, RowChange::Kind::added));
      continue;
    }
    met[at->second] = true;
    auto change = difference(form, rows.before[at->second], row);
    if (!change.cells.empty()) out.push_back(std::move(change));
  }
  for (size_t i = 0; i < rows.before.size(); ++i) {
    if (!met[i]) out.push_back(whole(form, rows.before[i], RowChange::Kind::removed));
  }
  return out;
}

}  // namespace

std::string_view row_change_name(RowChange::Kind kind) { return enum_name(kChanges, kind); }

RowChanges compare_rows(const form::FormDefinition& form, table::RowReader& before, table::RowReader& after) {
  ColumnSums sums_before(form);
  ColumnSums sums_after(form);
  Rows rows = read(before, after, sums_before, sums_after);
  return {naming_columns(form).empty() ? by_position(form, std::move(rows)) : by_key(form, rows),
          sums_of(form, sums_before, sums_after)};
}

RowChanges add_rows(const form::FormDefinition& form, table::RowReader& before, table::RowReader& added) {
  PairKeys keys_before(form);
  PairKeys keys_added(form);
  const bool keyed = !keys_before.empty();
  ColumnSums sums_before(form);
  ColumnSums sums_after(form);
  std::multimap<std::string, TypedRow> old;
  TypedRow row;
  while (pull(before, sums_before, row)) {
    sums_after.add(row);
    if (keyed) old.emplace(keys_before.of(row.values), row);
  }
  RowChanges out;
  while (pull(added, sums_after, row)) {
    const auto at = keyed ? old.find(keys_added.of(row.values)) : old.end();
    if (at == old.end()) {
      out.rows.push_back(whole(form, row, RowChange::Kind::added));
      continue;
    }
    TypedRow both = at->second;
    both.sheet_row = row.sheet_row;
    for (const size_t column : sums_after.columns())
      both.values[column] = sum_of(both.values[column], row.values[column]);
    auto change = difference(form, at->second, both);
    if (!change.cells.empty()) out.rows.push_back(std::move(change));
  }
  out.sums = sums_of(form, sums_before, sums_after);
  return out;
}

std::vector<CellChange> compare_fields(const form::FormDefinition& form,
                                       const std::map<std::string, std::string>& before,
                                       const std::map<std::string, std::string>& after) {
  const auto value = [](const std::map<std::string, std::string>& fields, const std::string& id) {
    const auto at = fields.find(id);
    return at == fields.end() || at->second.empty() ? form::Value() : form::Value(at->second);
  };
  std::vector<CellChange> out;
  for (const form::Field& field : form.fields) {
    auto a = value(before, field.id);
    auto b = value(after, field.id);
    if (a != b) out.push_back({field.id, std::move(a), std::move(b)});
  }
  return out;
}

}  // namespace esep::report
