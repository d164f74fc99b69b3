// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "document/document.h"

namespace esep::app {

/// A list of deadlines as a paper: what is due in the days or the period of `filter`, in the order of the days, and
/// apart from it what has no day, with the reason. `duties`: as `list_due` gives them.
[[nodiscard]] document::Document make_due(Engine& engine, const std::vector<report::Duty>& duties,
                                          const report::DutyFilter& filter, calendar::Date today, Lang lang);

}  // namespace esep::app
