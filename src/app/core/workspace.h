// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace esep::app {

/// The folders of a workspace and WS/esep.toml, whatever of them is missing.
void make_workspace_folders(const std::filesystem::path& workspace);

}  // namespace esep::app
