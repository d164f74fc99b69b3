// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "datafile/library.h"
#include "registry/history.h"

namespace esep::app {

/// Makes WS/esep.db, WS/esep.toml and the overlay folders, and puts the shipped rows of registers into the register.
/// Error REGISTRY-EXISTS; nothing is left behind if it fails.
void init_workspace(const std::filesystem::path& workspace, const datafile::Library& library,
                    const registry::Actor& actor);

}  // namespace esep::app
