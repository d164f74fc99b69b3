// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "app/summary/summary.h"

namespace esep::app {

/// Whether one of its queries has the name: of a table, of a form, or of an obligation, whose id begins with the
/// form's.
[[nodiscard]] bool reads(const form::Summary& summary, const std::string& name);

/// SUMMARY-UNOWED: which accepted reports nobody owes by the registers as they are now, so that the summary's lists and
/// counts of duties are without them. Named are reports on the forms that its queries read, up to its period, and of
/// its body if it has one. nullopt: there are none.
[[nodiscard]] std::optional<Message> summary_unowed(Engine& engine, const SummaryRequest& request);

}  // namespace esep::app
