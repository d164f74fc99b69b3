// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "form/roadmap.h"

namespace esep::app {

/// Measures of a roadmap in order: the one with this number, or those of an executor; empty: any. Error MEASURE-UNKNOWN
/// or, if the measure is not that executor's, MEASURE-OF-ANOTHER.
[[nodiscard]] std::vector<const form::Measure*> roadmap_measures(const form::Roadmap& roadmap,
                                                                 const std::string& number,
                                                                 const std::string& executor);

}  // namespace esep::app
