// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "form/form_definition.h"

namespace esep::bench {

inline constexpr int kLongRows = 100000;
inline constexpr int kColumns = 26;

/// A form file of the repository, by its path.
[[nodiscard]] form::FormDefinition read_form_file(const std::string& path);
[[nodiscard]] form::FormDefinition bench_form();     // tests/bench/bench.2025.toml
[[nodiscard]] form::FormDefinition official_form();  // the annex with the official header

/// Right values for every column of a form, made before the clock runs: row r of column c is the same on every side.
class TableData {
 public:
  explicit TableData(const form::FormDefinition& form);
  [[nodiscard]] const form::Value& at(int row, size_t column) const {
    return pool_[column][static_cast<size_t>(row) % pool_[column].size()];
  }
  /// As people read it: choices by title.
  [[nodiscard]] const form::Value& shown(int row, size_t column) const {
    return shown_[column][static_cast<size_t>(row) % shown_[column].size()];
  }
  [[nodiscard]] size_t columns() const { return pool_.size(); }

 private:
  std::vector<std::vector<form::Value>> pool_;
  std::vector<std::vector<form::Value>> shown_;
};

/// The rows as a document's; `data` must outlive it.
[[nodiscard]] document::RowSource document_rows(const TableData& data, int rows);
/// A paper with the form's table and these rows in it.
[[nodiscard]] document::Document paper(const form::FormDefinition& form, const TableData& data, int rows);

}  // namespace esep::bench
