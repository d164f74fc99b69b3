// SPDX-License-Identifier: MIT
#include "app/upkeep/unread_files.h"

#include <algorithm>

namespace esep::app {

std::vector<std::filesystem::path> unread_files(const Engine& engine) {
  std::vector<std::filesystem::path> out;
  if (!engine.has_workspace()) return out;
  for (const char* folder : {"forms", "data/queues", "data/registers", "data/roadmaps", "data/summaries"}) {
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(engine.workspace() / folder, none)) {
      const auto& path = entry.path();
      const bool hidden = path.filename().string().starts_with('.');
      if (!hidden && path.extension() != ".toml" && entry.is_regular_file(none)) out.push_back(path);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace esep::app
