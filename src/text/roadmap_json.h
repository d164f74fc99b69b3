// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "form/roadmap.h"

namespace esep::text {

/// {"schema":"esep/1","measures":[…]}: measures with their executors (docs/json.md).
[[nodiscard]] std::string roadmap_json(const form::Roadmap& roadmap, const std::vector<const form::Measure*>& measures);

}  // namespace esep::text
