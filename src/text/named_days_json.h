// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "report/duty/status.h"
#include "text/json_value.h"

namespace esep::text {

/// `revision, date` of each.
[[nodiscard]] Json named_days_json(const std::vector<report::NamedDay>& days);

}  // namespace esep::text
