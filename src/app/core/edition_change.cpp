// SPDX-License-Identifier: MIT
#include "app/core/edition_change.h"

#include "base/text.h"

namespace esep::app {

std::optional<Message::Args> edition_change(Engine& engine, const form::FormDefinition& form) {
  const auto changed = engine.report_forms().changed_columns(form);
  if (changed.empty()) return std::nullopt;
  return Message::Args{{"form", form.id}, {"edition", form.edition}, {"columns", join(changed, ", ")}};
}

}  // namespace esep::app
