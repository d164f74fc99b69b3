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
/// All rows or none. Findings of `read_register_file` and `check_register`; with warnings only the rows are taken.
[[nodiscard]] ImportResult import_register(Engine& engine, const std::string& register_id,
                                           const std::filesystem::path& file, const registry::Actor& actor);

}  // namespace esep::app
