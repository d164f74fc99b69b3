// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "table/form_table.h"

/// Hashes that the history pins and that `examine` computes again: of the rows, the findings and the texts of one
/// submission.
namespace esep::registry {

/// SHA-256 over the canonical texts of typed rows, each with its sheet row and record.
class RowsDigest {
 public:
  void add(const table::TypedRow& row);
  /// Call it once, at the end.
  [[nodiscard]] std::string hex() { return hash_.finish_hex(); }

 private:
  void put(std::string_view text);

  Sha256 hash_;
  std::string line_;
};
/// Over all rows of the reader.
[[nodiscard]] std::string rows_digest(table::RowReader& rows);

/// SHA-256 over records as they stand in their table, in its order.
class RecordsDigest {
 public:
  /// A finding is sheet, cell, row, column, code, severity, message in kk, ru, en, law in kk, ru. A text of the papers
  /// is language, row, name, value.
  void add(const std::vector<std::string>& record);
  /// Call it once, at the end.
  [[nodiscard]] std::string hex() { return hash_.finish_hex(); }

 private:
  Sha256 hash_;
};

}  // namespace esep::registry
