// SPDX-License-Identifier: MIT
#include "app/registers/cell_text.h"

namespace esep::app {

std::string cell_text(const report::RegisterRow& row, const form::RegisterColumn& column) {
  const auto at = row.values.find(column.id);
  return at == row.values.end() ? "" : form::canonical_text(at->second);
}

LocalText cell_words(const report::RegisterRow& row, const form::RegisterColumn& column) {
  const std::string text = cell_text(row, column);
  if (text.empty()) return {"—", "—", "—"};
  for (const form::Choice& choice : column.choices) {
    if (choice.id == text) return choice.title;
  }
  return form::display_texts(column.type, row.values.at(column.id));
}

}  // namespace esep::app
