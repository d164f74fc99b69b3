// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "text/upkeep_json.h"

namespace esep::app {

/// A filter of the history's entries; empty: any. An entry about a submission counts for its organisation and
/// form.
struct HistoryFilter {
  std::string organisation, form, user, action;
  std::optional<int64_t> submission;
  std::optional<calendar::Date> since, until;  // both included
};

/// In their order.
[[nodiscard]] std::vector<text::EntryView> history_entries(Engine& engine, const HistoryFilter& filter);

/// What a person has to see of an entry: that the computer's clock showed another day (HISTORY-CLOCK), that a report
/// came in earlier than it was entered (HISTORY-RECEIVED).
[[nodiscard]] std::vector<Message> entry_remarks(const text::EntryView& entry);

/// Recomputes the whole chain.
[[nodiscard]] std::vector<registry::History::Damage> history_damage(Engine& engine);

}  // namespace esep::app
