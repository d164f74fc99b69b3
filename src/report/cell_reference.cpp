// SPDX-License-Identifier: MIT
#include "report/cell_reference.h"

namespace esep::report {

std::optional<int> parse_row_number(std::string_view text) {
  if (text.empty() || text.size() > 7 || text.front() == '0') return std::nullopt;
  int row = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    row = row * 10 + (c - '0');
  }
  if (row > kSheetRows) return std::nullopt;
  return row;
}

std::optional<CellReference> parse_reference(std::string_view text) {
  int column = 0;
  size_t at = 0;
  for (; at < text.size() && at < 3 && text[at] >= 'A' && text[at] <= 'Z'; ++at)
    column = column * 26 + (text[at] - 'A' + 1);
  if (column < 1 || column > kSheetColumns) return std::nullopt;
  const auto row = parse_row_number(text.substr(at));
  if (!row) return std::nullopt;
  return CellReference{*row, column};
}

std::optional<MergedRange> parse_range(std::string_view text) {
  const size_t colon = text.find(':');
  const auto first = parse_reference(text.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : parse_reference(text.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column) return std::nullopt;
  return MergedRange{first->row, first->column, last->row, last->column};
}

std::string column_letters(int column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

std::string cell_name(int row, int column) { return column_letters(column) + std::to_string(row); }

}  // namespace esep::report
