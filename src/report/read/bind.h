// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>

#include "report/read/locate.h"
#include "report/read/parse_cell.h"
#include "table/form_table.h"

namespace esep::report {

/// The heading fields above the table.
struct Head {
  std::map<std::string, form::Value> values;  // by field id; only correct values
  bool nil = false;
  /// Fields in whose place a dash stands, or the word for "nothing".
  std::map<std::string, std::string> nothing = {};
};

/// Whether the field adds up what is in the table: a column, or fields that do. A nil report is not asked for it.
[[nodiscard]] bool is_of_table(const form::FormDefinition& form, const form::ValueSpec& field);

/// Reads the heading fields that the agency fills in (source "input"). FIELD-REQUIRED and the CELL-… findings.
[[nodiscard]] Head bind_head(const ReceivedFile& file, const Layout& layout);

/// Receives each typed row of the table; every row of a grouped record has the head values.
using RowSink = std::function<void(const table::TypedRow&)>;

/// Reads the table row by row and skips blank rows. Reading ends at the end of the sheet or at a row that begins with
/// one of the form's notes or signature titles. Findings CELL-…, CELL-REQUIRED, ROW-NO-HEAD, ROWS-TOO-FEW,
/// ROWS-TOO-MANY; NIL-WITH-ROWS where the head says that there is nothing to report. At most `kMaxFindings` findings
/// are collected; then FINDINGS-CUT says that there are more. Returns the number of rows given to the sink.
inline constexpr size_t kMaxFindings = 1000;
int64_t bind_rows(const ReceivedFile& file, const Layout& layout, const Head& head, const RowSink& sink);

/// Address of a form column's cell in a row; "" if the format has no cells or the column is missing.
[[nodiscard]] std::string address(const Grid& grid, const Layout& layout, int column_index, int64_t row);

}  // namespace esep::report
