// SPDX-License-Identifier: MIT
#include "report/read/choice_memory.h"

namespace esep::report {

bool ChoiceMemory::is_plain_choice(size_t column, const GridCell& cell) const {
  const form::Column& of = columns_[column];
  return of.type == form::ColumnType::choice && cell.kind == CellKind::text && !cell.formula_without_value &&
         !cell.shown && !cell.marks.partly && !cell.marks.raised && !of.holds_lines();
}

const form::Value* ChoiceMemory::find(size_t column, const GridCell& cell) const {
  if (!is_plain_choice(column, cell)) return nullptr;
  const auto at = known_[column].find(cell.text);
  return at == known_[column].end() ? nullptr : &at->second;
}

void ChoiceMemory::keep(size_t column, const GridCell& cell, const ParsedCell& parsed) {
  constexpr size_t kMostWords = 100;
  const bool certain = parsed.problems.empty() && !form::is_blank(parsed.value);
  if (certain && is_plain_choice(column, cell) && known_[column].size() < kMostWords) {
    known_[column].emplace(cell.text, parsed.value);
  }
}

}  // namespace esep::report
