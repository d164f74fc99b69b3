// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/deed.h"
#include "text/write.h"

namespace esep::app {

/// The duties of a request. A duty without a term is owed from its event on. One whose
/// event does not come is left out. Error: as `require_known`.
[[nodiscard]] std::vector<report::Duty> list_due(Engine& engine, const report::DutyFilter& filter);

/// What is recorded of duties beside reports; nothing without a workspace.
[[nodiscard]] std::vector<report::Deed> recorded_deeds(Engine& engine);

/// The deadlines of duties as entries of a calendar file.
[[nodiscard]] std::vector<text::CalendarEntry> due_calendar(Engine& engine, const std::vector<report::Duty>& duties,
                                                            Lang lang);

}  // namespace esep::app
