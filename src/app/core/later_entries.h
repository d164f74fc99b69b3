// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "app/core/engine.h"

namespace esep::app {

/// LATER-ENTRIES: what is said "as of" the day takes in entries of the history of later days. nullopt: there are none,
/// or there is no workspace.
[[nodiscard]] std::optional<Message> later_entries_message(Engine& engine, calendar::Date day);
/// The same of a report that the register composed: entries that stood before its own and are of days after its own.
[[nodiscard]] std::optional<Message> later_entries_message(Engine& engine, const report::Submission& composed);

}  // namespace esep::app
