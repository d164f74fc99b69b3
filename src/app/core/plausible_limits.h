// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "app/core/engine.h"
#include "report/read/plausible.h"

namespace esep::app {

inline constexpr std::string_view kPlausibleFile = "data/plausible.toml";

/// data/plausible.toml; nullopt: the data sets no limits. Throws datafile::DataInvalid if it is wrong.
[[nodiscard]] std::optional<report::PlausibleLimits> plausible_limits(const Engine& engine);

}  // namespace esep::app
