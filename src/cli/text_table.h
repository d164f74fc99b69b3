// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace esep::cli {

/// Rows under headings, each column as wide as its longest cell. A column without any text is left out; what a screen
/// shows as one character counts as one.
class TextTable {
 public:
  explicit TextTable(std::vector<std::string> headings) : headings_(std::move(headings)) {}

  /// As many cells as headings, or fewer.
  void add(std::vector<std::string> cells);
  /// A line of its own below the last row.
  void add_line(std::string line);
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// Nothing if there is no row.
  void print(std::ostream& out) const;

 private:
  struct Row {
    std::vector<std::string> cells;
    std::vector<std::string> lines;
  };
  [[nodiscard]] std::vector<size_t> widths() const;  // 0: no text in the column

  std::vector<std::string> headings_;
  std::vector<Row> rows_;
};

}  // namespace esep::cli
