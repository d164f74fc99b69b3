// SPDX-License-Identifier: MIT
#pragma once

#include <set>

#include "app/core/engine.h"
#include "document/document.h"

namespace esep::app {

/// The reports whose day of completion (app/core/named_days.h) another revision named otherwise; nullopt: none.
[[nodiscard]] std::optional<Message> sources_moved(Engine& engine, const std::set<std::string>& numbers);

/// STATUS-DAYS-BY-HAND: those whose timeliness rests on a day that somebody gave by hand; nullopt: none.
[[nodiscard]] std::optional<Message> sources_by_hand(Engine& engine, const std::set<std::string>& numbers);

/// SUMMARY-RETURNED: those that were returned for correction, and by which body they are; nullopt: none.
[[nodiscard]] std::optional<Message> sources_returned(Engine& engine, const std::set<std::string>& numbers);

/// The last section of a summary: each report behind its figures, with body, day, revision and SHA-256. `numbers` are
/// the reports' numbers in the register. Rows are anchors for links.
[[nodiscard]] document::Section summary_sources(Engine& engine, const std::set<std::string>& numbers, Lang lang);

}  // namespace esep::app
