// SPDX-License-Identifier: MIT
#include "cli/text_table.h"

#include <algorithm>

#include "base/shown_text.h"
#include "base/text.h"
#include "base/utf8.h"

namespace esep::cli {
namespace {

// A cell in one line of valid text: a crafted value forges neither a line nor a column.
std::string in_one_line(const std::string& cell) { return squeeze_spaces(shown_in_line(trim(scrub_utf8(cell)))); }

void print_cells(const std::vector<std::string>& cells, const std::vector<size_t>& widths, std::ostream& out) {
  constexpr size_t kBetween = 2;
  std::string line;
  size_t missing = 0;  // spaces before the next text: none stand at the end of a line
  for (size_t i = 0; i < widths.size(); ++i) {
    if (widths[i] == 0) continue;
    const std::string cell = i < cells.size() ? cells[i] : std::string();
    if (!cell.empty()) line += std::string(missing, ' ') + cell;
    if (!cell.empty()) missing = 0;
    missing += widths[i] - count_graphemes(cell) + kBetween;
  }
  out << line << '\n';
}

}  // namespace

void TextTable::add(std::vector<std::string> cells) {
  for (std::string& cell : cells) cell = in_one_line(cell);
  rows_.push_back({std::move(cells), {}});
}

void TextTable::add_line(std::string line) { rows_.back().lines.push_back(std::move(line)); }

std::vector<size_t> TextTable::widths() const {
  std::vector<size_t> out(headings_.size(), 0);
  for (const Row& row : rows_) {
    for (size_t i = 0; i < out.size() && i < row.cells.size(); ++i)
      out[i] = std::max(out[i], count_graphemes(row.cells[i]));
  }
  for (size_t i = 0; i < out.size(); ++i) {
    if (out[i] > 0) out[i] = std::max(out[i], count_graphemes(headings_[i]));
  }
  return out;
}

void TextTable::print(std::ostream& out) const {
  if (rows_.empty()) return;
  const std::vector<size_t> wide = widths();
  print_cells(headings_, wide, out);
  for (const Row& row : rows_) {
    print_cells(row.cells, wide, out);
    for (const std::string& line : row.lines) out << line << '\n';
  }
}

}  // namespace esep::cli
