// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/duty/status.h"

namespace esep::app {

/// The status of every duty of the filter on a day.
[[nodiscard]] std::vector<report::StatusRow> collect_status(Engine& engine, const report::DutyFilter& filter,
                                                            calendar::Date today);

}  // namespace esep::app
