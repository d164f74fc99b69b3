// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/duty/status.h"

/// What lists on a screen say beside a row: the command line in one line, the portal one below the other.
namespace esep::app {

/// Beside a report or a deed, where no columns show its days: the day on which the duty was done, which decides, and
/// the day of receipt; then `status_remarks`.
[[nodiscard]] std::vector<Message> listed_remarks(Engine& engine, const report::StatusRow& row, calendar::Date today);

/// Beside the term of a duty: why it has no date, and what it waits for.
[[nodiscard]] std::vector<Message> term_remarks(Engine& engine, const report::Duty& duty, calendar::Date today);

/// The same, and what is recorded of the duty beside reports. `recorded`: as `recorded_deeds` gives it.
[[nodiscard]] std::vector<Message> due_remarks(Engine& engine, const report::Duty& duty,
                                               const std::vector<report::Deed>& recorded, calendar::Date today);

/// The duty waits for an event that is not recorded.
[[nodiscard]] bool waits_for_event(const report::Duty& duty);

/// Remarks in one line (base/remarks.h).
[[nodiscard]] std::string remark_line(Engine& engine, const std::vector<Message>& remarks, Lang lang);

}  // namespace esep::app
