// SPDX-License-Identifier: MIT
#include "report/read/nil_words.h"

#include <algorithm>

#include "base/text.h"
#include "base/words.h"

namespace esep::report {
namespace {

bool is_among(const std::vector<std::string>& known, const std::string& words) {
  return std::find(known.begin(), known.end(), words) != known.end();
}

}  // namespace

std::string plain_nil_answer(const std::string& text, const TableWords& words) {
  const auto said = words_of(fold_case(text));
  if (said.size() < 2 || !is_among(words.yes, said.front())) return text;
  return is_among(words.no_changes, join({said.begin() + 1, said.end()}, " ")) ? said.front() : text;
}

bool says_nil(const std::vector<const GridCell*>& cells, const TableWords& words) {
  constexpr size_t kLongest = 20;
  const bool dashes = std::all_of(cells.begin(), cells.end(), [&](const GridCell* cell) {
    return cell->kind == CellKind::text && words_of(cell->text).empty() && cell->text.size() <= kLongest;
  });
  return !cells.empty() && (dashes || (cells.size() == 1 && cells.front()->kind == CellKind::text &&
                                       is_among(words.no_changes, plain_words(cells.front()->text))));
}

}  // namespace esep::report
