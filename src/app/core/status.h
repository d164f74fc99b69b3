// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/duty/status.h"

namespace esep::app {

/// Where every duty that the filter lets through stands on a day.
[[nodiscard]] std::vector<report::StatusRow> collect_status(Engine& engine, const report::DutyFilter& filter,
                                                            calendar::Date today);

}  // namespace esep::app
