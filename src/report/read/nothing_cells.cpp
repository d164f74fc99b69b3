// SPDX-License-Identifier: MIT
#include "report/read/nothing_cells.h"

namespace esep::report {
namespace {

// The message where a dash stands, and where a word does.
void say_it(Finding& finding, const char* of_dash, const char* of_word, const std::string& word) {
  finding.message.key = word.empty() ? of_dash : of_word;
  if (word.empty()) return;
  finding.message.args.emplace_back("value", word);
}

}  // namespace

void NothingCells::take(const table::TypedRow& row) {
  constexpr size_t kMost = 50000;
  for (const auto& [column, word] : row.nothing) {
    const bool asked = !form_.columns[column].required_if.empty();
    if (asked && cells_.size() < kMost) cells_.emplace(std::pair(row.sheet_row, column), word);
  }
}

void NothingCells::tell(const table::RuleHit& hit, Finding& finding) const {
  if (hit.rule != nullptr) return;
  if (finding.message.key == "FIELD-REQUIRED") {
    const auto at = fields_.find(hit.column);
    if (at != fields_.end()) say_it(finding, "DASH-IN-FIELD", "WORD-IN-FIELD", at->second);
    return;
  }
  const int index = form_.column_index(hit.column);
  if (finding.message.key != "CELL-REQUIRED" || index < 0) return;
  const auto column = static_cast<size_t>(index);
  const auto at = cells_.find({hit.sheet_row, column});
  if (at == cells_.end()) return;
  const bool of_text = form_.columns[column].type == form::ColumnType::text;
  say_it(finding, of_text ? "DASH-IN-TEXT" : "DASH-IN-CELL", "WORD-IN-CELL", at->second);
}

}  // namespace esep::report
