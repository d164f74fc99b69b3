// SPDX-License-Identifier: MIT
#include "report/read/end_marks.h"

#include <algorithm>

#include "base/text.h"

namespace esep::report {

EndMarks::EndMarks(const form::FormDefinition& form) {
  const auto add = [this](const LocalText& text) {
    for (const std::string* one : {&text.kk, &text.ru, &text.en}) {
      if (!one->empty()) marks_.push_back(fold_case(*one));
    }
  };
  for (const auto& note : form.wording.notes) add(note.text);
  for (const auto& signature : form.wording.signatures) add(signature.title.text);
}

bool EndMarks::begin(const GridRow& row) const {
  if (row.cells.empty() || row.cells.size() > 3 || row.cells.front().kind != CellKind::text) return false;
  std::string first = fold_case(row.cells.front().text);
  while (!first.empty() && (first.back() == '_' || first.back() == ' ')) first.pop_back();
  return std::find(marks_.begin(), marks_.end(), first) != marks_.end();
}

}  // namespace esep::report
