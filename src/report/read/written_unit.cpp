// SPDX-License-Identifier: MIT
#include "report/read/written_unit.h"

#include <algorithm>

#include "base/text.h"
#include "base/words.h"
#include "form/label.h"
#include "report/read/parse_number.h"
#include "report/read/shown_cell.h"
#include "report/read/taken_words.h"

namespace esep::report {
namespace {

using form::ColumnType;
using Words = std::vector<std::string>;

// A stem of two letters is a whole word: «шт».
bool all_begin_with(const Words& words, const auto& stems) {
  constexpr size_t kWhole = 4;  // bytes
  return !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) {
      return stem.size() > kWhole ? word.starts_with(stem) : word == stem;
    });
  });
}

bool counts_persons(const form::ValueSpec& spec) {
  const LocalText& title = spec.title.text;
  for (const std::string* text : {&title.kk, &title.ru, &title.en}) {
    for (const std::string& word : words_of(fold_case(*text))) {
      if (all_begin_with({word}, kCountedPersonStems) && !all_begin_with({word}, kNoChildStems)) return true;
    }
  }
  return false;
}

// The words of which a title says that it counts them: «Число групп», «Введено, объектов», «Айлар саны».
Words counted_by(const std::string& title) {
  Words out;
  const std::string folded = fold_case(title);
  const std::vector<PlacedWord> words = placed_words(folded);
  const auto is_of = [](const std::string& word, const auto& known) {
    return std::find(known.begin(), known.end(), word) != known.end();
  };
  for (size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    const bool behind = i > 0 && is_of(words[i - 1].word, kCountBefore);
    const bool comma = i > 0 && folded[words[i - 1].end] == ',' && last;
    if (behind || comma || (!last && is_of(words[i + 1].word, kCountBehind))) out.push_back(words[i].word);
  }
  return out;
}

// In another form, or shortened: «объект», «мес.».
bool is_same_noun(const std::string& one, const std::string& other) {
  constexpr size_t kShort = 4, kStem = 6, kEnding = 6;  // bytes
  size_t same = 0;
  while (same < one.size() && same < other.size() && one[same] == other[same]) ++same;
  if (same == one.size()) return same >= kShort;
  return same >= kStem && same + kEnding >= std::max(one.size(), other.size());
}

bool counts_noun(const std::string& word, const form::ValueSpec& spec) {
  for (const std::string& title : form::label_forms(spec)) {  // with those before a correction of its words
    const Words counted = counted_by(title);
    if (std::any_of(counted.begin(), counted.end(), [&](const auto& one) { return is_same_noun(word, one); }))
      return true;
  }
  return false;
}

bool is_child(const std::string& word) {
  return all_begin_with({word}, kChildStems) && !all_begin_with({word}, kNoChildStems);
}

// «277 000 оқушы» where the title counts children.
bool counts_children(const form::ValueSpec& spec) {
  const LocalText& title = spec.title.text;
  for (const std::string* text : {&title.kk, &title.ru, &title.en}) {
    const Words words = words_of(fold_case(*text));
    if (std::any_of(words.begin(), words.end(), is_child)) return true;
  }
  return false;
}

// Tenge alone, or the form's own thousands of them.
bool is_of_tenge(std::string_view tail, const form::ValueSpec& spec, const Units& wanted) {
  const LocalText& title = spec.title.text;
  const bool of_tenge =
      spec.type == ColumnType::money || !wanted.empty() || names_tenge(title.kk) || names_tenge(title.ru);
  return of_tenge && only_states_units(tail) && names_tenge(tail) && units_in(tail) == wanted;
}

bool changes_nothing(std::string_view tail, const form::ValueSpec& spec, const Units& wanted) {
  const Words words = words_of(fold_case(tail));
  switch (spec.type) {
    case ColumnType::integer:
      if (words.empty()) return trim(tail) == "." && wanted.empty();
      if (!wanted.empty()) return false;
      if (words.size() == 1 && units_in(tail).empty() && counts_noun(words.front(), spec)) return true;
      if (words.size() == 1 && is_child(words.front())) return counts_children(spec);
      return all_begin_with(words, kPersonStems) ? counts_persons(spec)
                                                 : all_begin_with(words, kPieceStems) && !counts_persons(spec);
    case ColumnType::percent:
      return all_begin_with(words, kPercentStems);
    case ColumnType::money:
    case ColumnType::decimal:
      return is_of_tenge(tail, spec, wanted);
    default:
      return false;
  }
}

}  // namespace

GridCell without_written_unit(GridCell cell, const form::ValueSpec& spec, const Units& wanted) {
  if (!wanted.empty()) cell = without_unit(std::move(cell), wanted);
  if (cell.kind != CellKind::text || cell.formula_without_value || !form::is_numeric_type(spec.type)) return cell;
  const size_t last = cell.text.find_last_of("0123456789");
  if (last == std::string::npos || last + 1 == cell.text.size()) return cell;
  const std::string_view text = cell.text;
  const std::string_view tail = text.substr(last + 1);
  if (tail.find_first_of("%()/,;:+-=*#\n") != std::string_view::npos || !canonical_number(text.substr(0, last + 1)))
    return cell;
  if (changes_nothing(tail, spec, wanted)) cell.text.resize(last + 1);
  return cell;
}

}  // namespace esep::report
