// SPDX-License-Identifier: MIT
#include "app/core/edition_change.h"

#include "base/text.h"

namespace esep::app {

std::optional<Message::Args> edition_change(Engine& engine, const form::FormDefinition& form) {
  const auto changed = engine.report_forms().changed_columns(form);
  if (changed.empty()) return std::nullopt;
  return Message::Args{{"form", form.id}, {"edition", form.edition}, {"columns", join(changed, ", ")}};
}

std::vector<Message> edition_change_remarks(Engine& engine) {
  std::vector<Message> out;
  for (const std::string& id : engine.catalog().form_ids()) {
    for (const auto* form : engine.catalog().editions(id)) {
      if (auto changed = edition_change(engine, *form))
        out.push_back(Message("DOCTOR-COLUMNS-CHANGED", std::move(*changed)));
    }
  }
  return out;
}

}  // namespace esep::app
