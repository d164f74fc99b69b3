// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "form/form_definition.h"
#include "table/form_table.h"

/// The changes between two reports on one form, cell by cell. Pure code.
namespace esep::report {

struct CellChange {
  std::string column;  // column id, or field id
  form::Value before;
  form::Value after;
};

struct RowChange {
  enum class Kind { added, removed, changed } kind = Kind::changed;
  int64_t row_before = 0;  // row of the sheet; 0: none
  int64_t row_after = 0;
  std::vector<form::Value> key;   // values of the columns that name a row (fixed_rows.h); empty: none does
  std::vector<CellChange> cells;  // added, removed: every cell that is not blank
};
[[nodiscard]] std::string_view row_change_name(RowChange::Kind kind);  // "new", "gone", "changed"

struct RowChanges {
  std::vector<RowChange> rows;   // in the order of the later rows; removed rows come last
  std::vector<CellChange> sums;  // of each column that adds up, changed or not; blank if the sum does not fit
};

struct Comparison {
  std::vector<CellChange> fields;  // heading fields, in the form's order; values are canonical texts
  RowChanges table;
  [[nodiscard]] bool empty() const { return fields.empty() && table.rows.empty(); }
};

/// Pairs rows of both reports by the form's key columns, and a row that the form fixes with itself. If there is no key,
/// equal rows at the beginning and at the end are paired first and the rest by position, so that an inserted row shows
/// as one new row. Head values of grouped records are compared only in the first row of a record. Equal rows at the
/// beginning are not kept in memory.
[[nodiscard]] RowChanges compare_rows(const form::FormDefinition& form, table::RowReader& before,
                                      table::RowReader& after);

/// As compare_rows for a second report that shows only what it adds to the first. "After" is both together, and no row
/// is gone. If both have a row, its columns that add up are added. Without a key each row is new.
[[nodiscard]] RowChanges add_rows(const form::FormDefinition& form, table::RowReader& before, table::RowReader& added);

/// Fields as in the register: field id to canonical text.
[[nodiscard]] std::vector<CellChange> compare_fields(const form::FormDefinition& form,
                                                     const std::map<std::string, std::string>& before,
                                                     const std::map<std::string, std::string>& after);

}  // namespace esep::report
