// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "form/form_definition.h"
#include "table/form_table.h"

/// What changed between two reports of one form, cell by cell. Pure.
namespace esep::report {

struct CellChange {
  std::string column;  // column id, or field id
  form::Value before;
  form::Value after;
};

struct RowChange {
  enum class Kind { added, removed, changed } kind = Kind::changed;
  int64_t row_before = 0;  // of the sheet; 0: not there
  int64_t row_after = 0;
  std::vector<form::Value> key;   // values of the form's key columns; empty: it has none
  std::vector<CellChange> cells;  // added, removed: every cell that is not blank
};
[[nodiscard]] std::string_view row_change_name(RowChange::Kind kind);  // "new", "gone", "changed"

struct RowChanges {
  std::vector<RowChange> rows;   // in the order of the rows after; what is gone comes last
  std::vector<CellChange> sums;  // of each column that adds up, changed or not; blank where the sum does not fit
};

struct Comparison {
  std::vector<CellChange> fields;  // heading fields, in the form's order; values are canonical texts
  RowChanges table;
  [[nodiscard]] bool empty() const { return fields.empty() && table.rows.empty(); }
};

/// Rows of both reports by the form's key columns. Without a key the rows that stand alike at the beginning and at the
/// end are paired first, then the rest by position, so that a row put in between shows as one new row. Head values of
/// grouped records are compared in the first row of a record only. Equal rows at the beginning are not kept in memory.
[[nodiscard]] RowChanges compare_rows(const form::FormDefinition& form, table::RowReader& before,
                                      table::RowReader& after);

/// As compare_rows where the second report shows only what it adds to the first: after is both together, nothing is
/// gone, and in a row that both have the columns that add up are added. Without a key each row is a new one.
[[nodiscard]] RowChanges add_rows(const form::FormDefinition& form, table::RowReader& before, table::RowReader& added);

/// Fields as the register keeps them: field id to canonical text.
[[nodiscard]] std::vector<CellChange> compare_fields(const form::FormDefinition& form,
                                                     const std::map<std::string, std::string>& before,
                                                     const std::map<std::string, std::string>& after);

}  // namespace esep::report
