// SPDX-License-Identifier: MIT
#include "app/core/plausible_limits.h"

#include "app/core/data_file.h"

namespace esep::app {

std::optional<report::PlausibleLimits> plausible_limits(const Engine& engine) {
  return read_optional_data(engine, kPlausibleFile, report::read_plausible);
}

}  // namespace esep::app
