// SPDX-License-Identifier: MIT
#include "app/paper/composed_contents.h"

namespace esep::app {

std::string composed_contents(const form::FormDefinition& form, const std::map<std::string, form::Value>& fields,
                              const std::vector<std::vector<form::Value>>& rows) {
  std::string out = form.id + " " + form.edition + "\n";
  for (const auto& [id, value] : fields) {
    // The day of the request must not change the report.
    const form::Field* field = form.field(id);
    if (field != nullptr && field->source == form::FieldSource::received) continue;
    out += id + "=" + form::canonical_text(value) + "\n";
  }
  for (const auto& row : rows) {
    for (const auto& value : row) out += form::canonical_text(value) + "\t";
    out += "\n";
  }
  return out;
}

}  // namespace esep::app
