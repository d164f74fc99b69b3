// SPDX-License-Identifier: MIT
#pragma once

#include <set>

#include "app/core/engine.h"
#include "document/document.h"

namespace esep::app {

/// The last section of a summary: each report that its figures rest on, with body, day, revision and SHA-256. `numbers`
/// are their numbers in the register; rows are anchors of the links that lead here.
[[nodiscard]] document::Section summary_sources(Engine& engine, const std::set<std::string>& numbers, Lang lang);

}  // namespace esep::app
