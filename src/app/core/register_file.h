// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "form/form_definition.h"
#include "form/register_definition.h"
#include "report/finding.h"
#include "report/read/plausible.h"
#include "report/register_row.h"

namespace esep::app {

/// Rows of a register from a file (CSV, XLSX, JSON). The first row names the columns by id or title, in any
/// order.
struct RegisterFile {
  struct Row {
    report::RegisterRow row;
    int line = 0;  // of the file, or row of the sheet
  };
  std::string file;
  std::string sheet;
  bool has_cells = false;
  std::map<std::string, int> columns;  // column id → the sheet's column
  std::vector<Row> rows;               // in key order, each key once

  /// A finding at a column of a row.
  [[nodiscard]] report::Finding at(int line, const std::string& column, Message message,
                                   Severity severity = Severity::error) const;
  [[nodiscard]] std::vector<report::RegisterRow> take_rows() &&;
};

/// The columns of a register as those of a form, so that their `required_if` can be asked.
[[nodiscard]] form::FormDefinition columns_as_form(const form::RegisterDefinition& definition);

/// `existing`: the register's rows in key order. A file may then have the key and a few columns only: a row that the
/// register has keeps what the file has no column for; one that it has not is IMPORT-ROW-NEW.
/// Findings IMPORT-COLUMN, IMPORT-CELL-BEYOND, IMPORT-CELL-UNTITLED, IMPORT-KEY, IMPORT-DUPLICATE, IMPORT-LIVE, CELL-…,
/// and those of a column's `required_if`. If one is an error, the rows must not be used. Error DATA-INVALID if a
/// `required_if` is not an expression. `doubts`: of values that are hardly meant; nullptr: nothing is doubted.
[[nodiscard]] RegisterFile read_register_file(const form::RegisterDefinition& definition, const std::string& file,
                                              std::string bytes, report::Findings& findings,
                                              const std::vector<report::RegisterRow>* existing = nullptr,
                                              report::Doubts* doubts = nullptr);

}  // namespace esep::app
