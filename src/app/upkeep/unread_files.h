// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

#include "app/core/engine.h"

namespace esep::app {

/// Files in the workspace's folders of forms, registers, roadmaps and summaries that are not read, because their names
/// do not end with .toml, in order. Hidden files are not meant.
[[nodiscard]] std::vector<std::filesystem::path> unread_files(const Engine& engine);

}  // namespace esep::app
