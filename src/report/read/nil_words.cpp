// SPDX-License-Identifier: MIT
#include "report/read/nil_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "base/words.h"

namespace esep::report {
namespace {

constexpr std::array<std::string_view, 6> kNoChanges{"өзгеріс жоқ",   "өзгерістер жоқ", "өзгеріс болған жоқ",
                                                     "изменений нет", "нет изменений",  "изменений не было"};

bool is_no_changes(std::string_view words) {
  return std::find(kNoChanges.begin(), kNoChanges.end(), words) != kNoChanges.end();
}

std::string plain(std::string_view text) { return join(words_of(fold_case(text)), " "); }

}  // namespace

std::string plain_nil_answer(const std::string& text) {
  constexpr std::array<std::string_view, 3> kSaysYes{"да", "иә", "ия"};
  const auto words = words_of(fold_case(text));
  if (words.size() < 2 || std::find(kSaysYes.begin(), kSaysYes.end(), words.front()) == kSaysYes.end()) return text;
  return is_no_changes(join({words.begin() + 1, words.end()}, " ")) ? words.front() : text;
}

bool says_nil(const std::vector<const GridCell*>& cells) {
  constexpr size_t kLongest = 20;
  const bool dashes = std::all_of(cells.begin(), cells.end(), [&](const GridCell* cell) {
    return cell->kind == CellKind::text && words_of(cell->text).empty() && cell->text.size() <= kLongest;
  });
  return !cells.empty() && (dashes || (cells.size() == 1 && cells.front()->kind == CellKind::text &&
                                       is_no_changes(plain(cells.front()->text))));
}

}  // namespace esep::report
