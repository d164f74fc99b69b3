// SPDX-License-Identifier: MIT
#include "document/build/facts.h"

namespace esep::document {

Fields facts(const Say& say, const std::vector<std::pair<const char*, std::string>>& known) {
  Fields out;
  for (const auto& [label, value] : known) {
    if (value.empty()) continue;
    Field field;
    field.id = label;
    field.label = say(label);
    field.value = value;
    out.fields.push_back(std::move(field));
  }
  return out;
}

}  // namespace esep::document
