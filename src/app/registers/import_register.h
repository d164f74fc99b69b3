// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/core/engine.h"
#include "report/finding.h"

namespace esep::app {

struct ImportResult {
  registry::Registry::ImportCount count;
  report::Findings findings;
  bool done = false;
};
/// Imports all rows or none. Findings of `read_register_file` and `check_register`; warnings do not prevent it.
[[nodiscard]] ImportResult import_register(Engine& engine, const std::string& register_id,
                                           const std::filesystem::path& file, const registry::Actor& actor);

}  // namespace esep::app
