// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "app/core/unowed.h"
#include "report/duty/status.h"

/// Reports and deeds whose duty by now runs from a later day than they do: an event or a discussion was moved after
/// they came. They stay as they are, and it is said of them.
namespace esep::app {

/// nullopt: the record is not too early by the duties given, is an event, or nobody has its duty.
[[nodiscard]] std::optional<report::TooEarly> too_early(Engine& engine, OwedDuties& duties, const DutyRecord& record);
/// "report S-000001 (…): composed on …": all that are too early by the duties of today; for `doctor`.
[[nodiscard]] std::vector<Message> early_remarks(Engine& engine);
/// The same of the records that belong to one event.
[[nodiscard]] std::vector<Message> early_remarks(Engine& engine, const report::Event& event);

}  // namespace esep::app
