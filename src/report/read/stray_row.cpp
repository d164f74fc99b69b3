// SPDX-License-Identifier: MIT
#include "report/read/stray_row.h"

#include <algorithm>

#include "base/text.h"
#include "report/read/parse_number.h"

namespace esep::report {
namespace {

constexpr size_t kMostNoteCells = 4;  // an office, a line to sign on, a name and a date side by side

// Whether the text is the word, or goes on behind it with another word.
bool begins_with(std::string_view folded, std::string_view word) {
  if (!folded.starts_with(word)) return false;
  const std::string_view rest = folded.substr(word.size());
  return rest.empty() || word.back() == '.' || std::string_view(" .:,*(-").find(rest.front()) != std::string_view::npos;
}

bool is_text(const GridCell* cell) { return cell->kind == CellKind::text && !cell->formula_without_value; }

// «Итого» itself, «Итого по министерству» beside nothing but numbers, or «Итого систем: 1».
bool is_total(std::string_view folded, const std::vector<const GridCell*>& cells, const TableWords& words) {
  const auto is = [&](std::string_view word) {
    const size_t behind = folded.find_last_not_of(" :.");
    return behind != std::string_view::npos && folded.substr(0, behind + 1) == word;
  };
  if (std::any_of(words.totals.begin(), words.totals.end(), is)) return true;
  const bool counts = cells.size() == 1 && folded.find_first_of("0123456789") != std::string_view::npos;
  const auto texts = std::count_if(cells.begin(), cells.end(),
                                   [](const GridCell* cell) { return is_text(cell) && !canonical_number(cell->text); });
  return texts == 1 && (cells.size() > 1 || counts) &&
         std::any_of(words.totals.begin(), words.totals.end(),
                     [&](const std::string& word) { return begins_with(folded, word); });
}

}  // namespace

StrayRow stray_row(const std::vector<const GridCell*>& cells, const TableWords& words) {
  if (cells.empty() || !is_text(cells.front())) return StrayRow::none;
  const std::string folded = fold_case(cells.front()->text);
  if (is_total(folded, cells, words)) return StrayRow::total;
  const bool signed_on = std::any_of(cells.begin(), cells.end(),
                                     [](const GridCell* cell) { return cell->text.find("___") != std::string::npos; });
  const bool note = cells.size() <= kMostNoteCells && std::all_of(cells.begin(), cells.end(), is_text) &&
                    (folded.starts_with('*') || signed_on ||
                     std::any_of(words.notes.begin(), words.notes.end(),
                                 [&](const std::string& word) { return begins_with(folded, word); }));
  return note ? StrayRow::note : StrayRow::none;
}

}  // namespace esep::report
