// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "form/roadmap.h"

namespace esep::app {

/// Measures of a roadmap in their order: the one with this number, those that an organisation executes; empty: any.
/// Error MEASURE-UNKNOWN when a number was asked for and none is left.
[[nodiscard]] std::vector<const form::Measure*> roadmap_measures(const form::Roadmap& roadmap,
                                                                 const std::string& number,
                                                                 const std::string& executor);

}  // namespace esep::app
