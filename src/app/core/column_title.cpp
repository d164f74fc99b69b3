// SPDX-License-Identifier: MIT
#include "app/core/column_title.h"

namespace esep::app {

std::string numbered_title(const form::Column* column, const std::string& id, Lang lang) {
  if (column == nullptr) return id;
  const std::string& title = column->title.text.in(lang);
  return column->number.empty() ? title : column->number + ". " + title;
}

}  // namespace esep::app
