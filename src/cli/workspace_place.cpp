// SPDX-License-Identifier: MIT
#include "cli/workspace_place.h"

namespace esep::cli {
namespace {

namespace fs = std::filesystem;

bool is_workspace(const fs::path& folder) {
  std::error_code absent;
  return fs::is_regular_file(folder / "esep.db", absent) || fs::is_regular_file(folder / "esep.toml", absent);
}

}  // namespace

std::optional<fs::path> workspace_place(const Environment& environment, const Arguments& arguments) {
  if (arguments.has("workspace")) return arguments.get("workspace");
  if (!environment.workspace.empty()) return environment.workspace;
  for (fs::path folder = environment.folder; !folder.empty(); folder = folder.parent_path()) {
    if (is_workspace(folder)) return folder;
    if (folder == folder.parent_path()) break;
  }
  return std::nullopt;
}

}  // namespace esep::cli
