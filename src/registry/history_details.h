// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "registry/details.h"
#include "registry/paper.h"
#include "report/deed.h"
#include "report/duty/status.h"
#include "report/event.h"
#include "report/submission.h"

/// What the history says of a record. The entry is written with the record, and `examine` compares the two.
namespace esep::registry {

/// The six lines of a key.
void add_key(Details& details, const report::ReportKey& key);

/// The day of an event as its record has it: empty if the record takes it back, `kNoSuchEvent` if it does not come.
inline constexpr std::string_view kNoSuchEvent = "none";
[[nodiscard]] std::string event_day(const report::Event& event);
[[nodiscard]] std::string event_details(const report::Event& event);
[[nodiscard]] std::string waiver_details(const report::Waiver& waiver);
[[nodiscard]] std::string deed_details(const report::Deed& deed);
/// "dispatch", "done"; of a record that takes an earlier one back with "_withdraw" behind.
[[nodiscard]] std::string deed_action(const report::Deed& deed);
[[nodiscard]] std::string lock_details(std::string_view form, std::string_view period, std::string_view reason);
[[nodiscard]] std::string paper_details(const Paper& paper);

/// The state that an entry about a submission gives it; nullopt: it gives none. Older programs wrote no state into the
/// entry; it follows from the action then.
[[nodiscard]] std::optional<report::State> state_after(std::string_view action, std::string_view details);

}  // namespace esep::registry
