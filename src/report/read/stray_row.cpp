// SPDX-License-Identifier: MIT
#include "report/read/stray_row.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/read/parse_number.h"

namespace esep::report {
namespace {

constexpr std::array<std::string_view, 11> kTotals{"итого", "итог",      "всего",    "барлығы", "жиыны",   "жиынтығы",
                                                   "жалпы", "қорытынды", "суммарно", "total",   "in total"};
constexpr std::array<std::string_view, 33> kNotes{
    "примечание", "примечания", "прим.",     "ескерту",      "ескертпе", "ескертулер",   "ескертпелер",
    "note",       "notes",      "исп.",      "исполнитель",  "орынд.",   "орындаушы",    "орындаған",
    "жауапты",    "тел.",       "telephone", "руководитель", "басшы",    "prepared by",  "signature",
    "м.п.",       "м.п",        "м.о.",      "м.о",          "мөр орны", "место печати", "подпись",
    "(подпись)",  "қолы",       "(қолы)",    "мп",           "мо"};
constexpr size_t kMostNoteCells = 4;  // an office, a line to sign on, a name and a date side by side

// Whether the text is the word, or goes on behind it with another word.
bool begins_with(std::string_view folded, std::string_view word) {
  if (!folded.starts_with(word)) return false;
  const std::string_view rest = folded.substr(word.size());
  return rest.empty() || word.back() == '.' || std::string_view(" .:,*(-").find(rest.front()) != std::string_view::npos;
}

bool is_text(const GridCell* cell) { return cell->kind == CellKind::text && !cell->formula_without_value; }

// «Итого» itself, «Итого по министерству» beside nothing but numbers, or «Итого систем: 1».
bool is_total(std::string_view folded, const std::vector<const GridCell*>& cells) {
  const auto is = [&](std::string_view word) {
    const size_t behind = folded.find_last_not_of(" :.");
    return behind != std::string_view::npos && folded.substr(0, behind + 1) == word;
  };
  if (std::any_of(kTotals.begin(), kTotals.end(), is)) return true;
  const bool counts = cells.size() == 1 && folded.find_first_of("0123456789") != std::string_view::npos;
  const auto texts = std::count_if(cells.begin(), cells.end(),
                                   [](const GridCell* cell) { return is_text(cell) && !canonical_number(cell->text); });
  return texts == 1 && (cells.size() > 1 || counts) &&
         std::any_of(kTotals.begin(), kTotals.end(), [&](auto word) { return begins_with(folded, word); });
}

}  // namespace

StrayRow stray_row(const std::vector<const GridCell*>& cells) {
  if (cells.empty() || !is_text(cells.front())) return StrayRow::none;
  const std::string folded = fold_case(cells.front()->text);
  if (is_total(folded, cells)) return StrayRow::total;
  const bool signed_on = std::any_of(cells.begin(), cells.end(),
                                     [](const GridCell* cell) { return cell->text.find("___") != std::string::npos; });
  const bool note = cells.size() <= kMostNoteCells && std::all_of(cells.begin(), cells.end(), is_text) &&
                    (folded.starts_with('*') || signed_on ||
                     std::any_of(kNotes.begin(), kNotes.end(), [&](auto word) { return begins_with(folded, word); }));
  return note ? StrayRow::note : StrayRow::none;
}

}  // namespace esep::report
