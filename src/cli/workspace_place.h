// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

#include "cli/arguments.h"
#include "cli/session.h"

namespace esep::cli {

/// Which workspace a command works on: -w, else ESEP_WORKSPACE, else the folder one stands in or the nearest above it
/// that has esep.db or esep.toml. nullopt: none.
[[nodiscard]] std::optional<std::filesystem::path> workspace_place(const Environment& environment,
                                                                   const Arguments& arguments);

}  // namespace esep::cli
