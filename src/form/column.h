// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "form/value_spec.h"

namespace esep::form {

/// A column of a form's table.
struct Column : ValueSpec {
  std::string number;      // official column number as printed: "17"
  std::string group;       // id of the header group above it; empty: top level
  int width = 12;          // in characters, for papers and workbooks
  bool key = false;        // repeated in every column block of a table too wide for the page
  bool prefilled = false;  // the source of the rows gives it; the agency may not change it
  /// Numeric columns: values of different rows may be added, and a comparison shows the change of the sum.
  bool adds_up = false;
};

/// The source of a heading field's value.
enum class FieldSource {
  input,                // the agency fills it in; the engine fills in all others
  organisation,         // its title
  organisation_column,  // "organisation.<register column>"
  period,               // its name
  period_start,
  period_end,
  received,  // the day on which the report came
  subject,   // its title
  subject_column,
  query
};

/// A heading field, above the table.
struct Field : ValueSpec {
  FieldSource source = FieldSource::input;
  std::string register_column;  // for organisation_column and subject_column; else empty
  std::string query;            // of query: a SELECT of one value (docs/queries.md)
  bool every_page = false;      // at the foot of each page of the paper, not in its heading
};

}  // namespace esep::form
