// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "text/upkeep_json.h"

namespace esep::app {

/// Which entries of the history are asked for; empty: any. An entry about a submission counts as its organisation's and
/// its form's.
struct HistoryFilter {
  std::string organisation, form, user, action;
  std::optional<int64_t> submission;
  std::optional<calendar::Date> since, until;  // both included
};

/// In their order.
[[nodiscard]] std::vector<text::EntryView> history_entries(Engine& engine, const HistoryFilter& filter);

/// The whole chain recomputed.
[[nodiscard]] std::vector<registry::History::Damage> history_damage(Engine& engine);

}  // namespace esep::app
