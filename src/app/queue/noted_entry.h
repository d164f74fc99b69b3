// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "queue_store/store.h"
#include "registry/registry.h"

namespace esep::app {

/// The entry of the queue's log that an entry of a register's history names by its details.
[[nodiscard]] queue_store::EntryMark noted_entry(std::string_view details);
/// The last one that the history knows.
[[nodiscard]] queue_store::EntryMark last_noted(const registry::Registry& registry);
/// Whether the log has that entry, so that the register's history goes on with it.
[[nodiscard]] bool holds(const queue_store::Store& store, const queue_store::EntryMark& entry);

}  // namespace esep::app
