// SPDX-License-Identifier: MIT
#include "app/core/plausible_limits.h"

#include "datafile/data_invalid.h"

namespace esep::app {

std::optional<report::PlausibleLimits> plausible_limits(const Engine& engine) {
  const auto file = engine.library().find(kPlausibleFile);
  if (!file) return std::nullopt;
  Diagnostics diagnostics;
  auto out = report::read_plausible(*file, diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

}  // namespace esep::app
