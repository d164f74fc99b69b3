// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace esep::app {

/// The folders of a workspace and WS/esep.toml, whatever of them is missing.
void make_workspace_folders(const std::filesystem::path& workspace);

/// The file of a workspace's accounts.
[[nodiscard]] std::filesystem::path accounts_file(const std::filesystem::path& workspace);

}  // namespace esep::app
