// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "app/core/engine.h"

namespace esep::app {

/// Every duty that agrees with what `like` names; what is empty there is any. Without a period these are the duties
/// that an event calls for, awaited ones too. `occurrence` is not asked for. `obligation`: the one, or any.
[[nodiscard]] std::vector<report::Duty> duties_like(Engine& engine, const report::ReportKey& like,
                                                    const std::string& obligation = "");
/// Without a period: every day of the calendar, and what has no day.
void ask_whole_calendar(Engine& engine, report::DutyFilter& filter);

/// The duty that a report with this key answers to; nullopt: nobody owes such a report.
[[nodiscard]] std::optional<report::Duty> duty_of(Engine& engine, const report::ReportKey& key);
/// The same among duties that were listed already.
[[nodiscard]] std::optional<report::Duty> duty_of(const std::vector<report::Duty>& duties,
                                                  const report::ReportKey& key);

}  // namespace esep::app
