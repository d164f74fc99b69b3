// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "app/core/engine.h"

/// Reports and deeds of duties whose event, as it is recorded, does not come (`esep event … --none`). One of the two
/// records is wrong; both stay, and it is said of them.
namespace esep::app {

/// EVENT-NOT-EXPECTED: it is recorded that the event of this duty does not come. nullopt: it is not.
[[nodiscard]] std::optional<Message> not_expected_message(Engine& engine, const report::Duty& duty);
/// The same of a report that may be handed in; nullopt also where nobody owes it, or there is no workspace.
[[nodiscard]] std::optional<Message> not_expected_message(Engine& engine, const report::ReportKey& key);

/// EVENT-NONE-RECORD: "report S-000001 (…): it is recorded that …": all that contradict such a record; for `doctor`.
[[nodiscard]] std::vector<Message> none_remarks(Engine& engine);
/// The same of the records that belong to one event.
[[nodiscard]] std::vector<Message> none_remarks(Engine& engine, const report::Event& event);

}  // namespace esep::app
