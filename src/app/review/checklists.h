// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/review/checklist.h"

namespace esep::app {

/// data/checklists/<id>.toml. Error CHECKLIST-UNKNOWN.
[[nodiscard]] report::Checklist load_checklist(const Engine& engine, const std::string& id);
[[nodiscard]] std::vector<std::string> checklist_ids(const Engine& engine);

}  // namespace esep::app
