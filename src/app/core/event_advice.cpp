// SPDX-License-Identifier: MIT
#include "app/core/event_advice.h"

#include <algorithm>

#include "base/shell.h"

namespace esep::app {

std::optional<Message> event_column_advice(Engine& engine, const form::Obligation& obligation) {
  const std::string& id = obligation.who.subject_register;
  if (id.empty() || obligation.event.empty()) return std::nullopt;
  const auto& subjects = engine.catalog().register_by_id(id);
  const auto at = std::find_if(subjects.columns.begin(), subjects.columns.end(),
                               [&](const form::RegisterColumn& one) { return one.event == obligation.event; });
  if (at == subjects.columns.end()) return std::nullopt;
  return Message("EVENT-IN-COLUMN",
                 {{"column", at->title.text}, {"register", subjects.title}, {"argument", shell_quoted(id)}});
}

Message event_advice(Engine& engine, const form::Obligation& obligation) {
  if (auto column = event_column_advice(engine, obligation)) return std::move(*column);
  return Message("EVENT-BY-COMMAND", {{"argument", shell_quoted(obligation.event)}});
}

}  // namespace esep::app
