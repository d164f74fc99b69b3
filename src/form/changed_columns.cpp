// SPDX-License-Identifier: MIT
#include "form/changed_columns.h"

namespace esep::form {

std::vector<std::string> changed_columns(const FormDefinition& before, const FormDefinition& now) {
  std::vector<std::string> out;
  for (const Column& column : before.columns) {
    const Column* same = now.column(column.id);
    if (same == nullptr || same->type != column.type || same->multiple != column.multiple) out.push_back(column.id);
  }
  for (const Column& column : now.columns) {
    if (before.column(column.id) == nullptr) out.push_back(column.id);
  }
  return out;
}

}  // namespace esep::form
