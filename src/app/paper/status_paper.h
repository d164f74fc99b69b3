// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/status.h"
#include "document/document.h"

namespace esep::app {

/// What stands beside a row of a list: that the verdict at receipt was another, that the calendar does not reach the
/// deadline, who excused the report, what was sent, delivered or done, to which addressee nothing was delivered, and
/// that a sent paper no longer says what the register holds. `today`: of the words of the law for addressees.
[[nodiscard]] std::vector<Message> status_remarks(Engine& engine, const report::StatusRow& status,
                                                  calendar::Date today);

/// What the column of the last days is called: of discussions (report::Duty::is_window) they are no deadlines.
[[nodiscard]] Message status_due_title(const std::vector<report::StatusRow>& rows);

/// A paper about who reported on a form for a period, or did a duty without a form, who is late and who is missing.
[[nodiscard]] document::Document make_status(Engine& engine, const std::vector<report::StatusRow>& rows,
                                             const StatusRequest& request, calendar::Date today, Lang lang);
/// Where the calendar of working days ends and what to do, if a term or a delay of the list is not known for that
/// reason.
[[nodiscard]] std::optional<Message> status_calendar(Engine& engine, const std::vector<report::StatusRow>& rows);
/// That a period of a form is locked, by whom and why; nullopt: it is not.
[[nodiscard]] std::optional<Message> status_lock(Engine& engine, const StatusRequest& request);

}  // namespace esep::app
