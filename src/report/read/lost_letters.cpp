// SPDX-License-Identifier: MIT
#include "report/read/lost_letters.h"

#include <algorithm>

#include "base/shown_text.h"
#include "base/unicode.h"

namespace esep::report {

void gather_lost_letters(Findings& findings) {
  const auto is_lost = [](const Finding& finding) { return finding.code == "CELL-LETTERS-LOST"; };
  const auto count = std::count_if(findings.begin(), findings.end(), is_lost);
  if (count < 2) return;
  const auto first = std::find_if(findings.begin(), findings.end(), is_lost);
  Message::Args args = first->message.args;
  args.emplace_back("count", std::to_string(count));
  first->message = Message("LETTERS-LOST-MANY", std::move(args));
  findings.erase(std::remove_if(std::next(first), findings.end(), is_lost), findings.end());
}

bool tell_lost_encoding(const ReceivedFile& file, size_t first) {
  constexpr int kMany = 3;  // one or two may be somebody's doubts
  constexpr size_t kShownBytes = 200;
  const bool text_file = !file.grid.has_cells() && file.grid.header_row() == 0;
  if (!text_file || file.findings.size() == first) return false;
  int count = 0, row_of_first = 0;
  std::string text;
  const auto cursor = file.grid.rows(0);
  for (GridRow row; cursor->next(row);) {
    for (const GridCell& cell : row.cells) {
      if (!has_lost_letters(cell.text) && !has_replaced_letters(cell.text)) continue;
      if (++count > 1) continue;
      row_of_first = row.row;
      text = cut_short(cell.text, kShownBytes);
    }
  }
  if (count < kMany) return false;
  file.findings.erase(file.findings.begin() + static_cast<ptrdiff_t>(first), file.findings.end());
  Message message("LETTERS-LOST-MANY", {{"count", std::to_string(count)}, {"value", text}});
  file.findings.push_back(
      Finding::of("CELL-LETTERS-LOST", std::move(message)).in(file.name, file.grid.sheets()[0].name).at(row_of_first));
  return true;
}

}  // namespace esep::report
