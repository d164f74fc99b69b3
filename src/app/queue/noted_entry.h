// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "queue_store/store.h"
#include "registry/registry.h"

namespace esep::app {

/// An entry of the queue's log that a register's history knows.
struct NotedEntry {
  int64_t seq = 0;  // 0: it knows none
  std::string hash;
};
/// The last one.
[[nodiscard]] NotedEntry last_noted(const registry::Registry& registry);
/// Whether the log has that entry, so that the register's history goes on with it.
[[nodiscard]] bool holds(const queue_store::Store& store, const NotedEntry& entry);

}  // namespace esep::app
