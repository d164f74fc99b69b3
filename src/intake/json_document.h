// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "form/workbook_identity.h"
#include "intake/problem.h"
#include "report/read/grid.h"

namespace esep::intake {

/// A report in JSON (docs/intake.md), read once from end to end. Rows stay in the text: a row costs sixteen bytes of
/// memory.
struct JsonDocument {
  struct Row {
    size_t offset = 0;
    uint32_t length = 0;
    int line = 0;
  };
  struct Field {
    std::string id;
    report::GridCell cell;
    int line = 0;
  };
  form::WorkbookIdentity identity;  // `form` empty: the document names none
  std::vector<Field> fields;
  std::vector<std::string> columns;  // ids in the order of their first use
  int rows_line = 0;                 // of "rows"
  std::vector<Row> rows;

  /// The whole document; nullopt with `refusal`: FILE-JSON-DAMAGED, FILE-JSON-DUPLICATE, FILE-JSON-KEY (an unknown
  /// key), FILE-JSON-SHAPE (a value of the wrong kind, nesting), FILE-LIMIT.
  static std::optional<JsonDocument> parse(std::string_view text, Problem& refusal);
};

/// The members of one row object without blanks. Only for a text that `JsonDocument::parse` accepted.
[[nodiscard]] std::vector<std::pair<std::string, report::GridCell>> read_json_row(std::string_view object);

}  // namespace esep::intake
