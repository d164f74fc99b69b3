// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "app/core/engine.h"

namespace esep::app {

/// An entry of the replaced register's history that the new one lacks: somebody may enter it again.
struct LostDeed {
  int64_t seq = 0;
  std::string at;
  std::string user;
  std::string action;
  std::string number;                        // "S-000004", "R-000002", "A-000001"; may be empty
  std::map<std::string, std::string> facts;  // the lines of the entry, by their keys
};

[[nodiscard]] LostDeed lost_deed(const registry::HistoryEntry& entry);
/// What it was about, by the titles that the engine's data and register have; of what they lack the code.
[[nodiscard]] LocalText lost_words(Engine& engine, const LostDeed& deed);

}  // namespace esep::app
