// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "app/core/engine.h"

namespace esep::app {

/// A workspace's data/events.toml or data/obligations.toml takes the place of the shipped one as a whole. One sentence
/// for each of them that lacks shipped entries: their duties are no longer asked for, their events no longer named.
[[nodiscard]] std::vector<Message> replaced_data_remarks(Engine& engine);

}  // namespace esep::app
