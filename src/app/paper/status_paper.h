// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "document/document.h"
#include "report/duty/status.h"

namespace esep::app {

/// What stands beside a row of a list: that the verdict at receipt was another, that the calendar does not reach the
/// deadline, who excused the report.
[[nodiscard]] std::vector<Message> status_remarks(Engine& engine, const report::StatusRow& status);

/// A paper about who reported on a form for a period, who is late and who is missing.
[[nodiscard]] document::Document make_status(Engine& engine, const std::vector<report::StatusRow>& rows,
                                             const std::string& form, const calendar::Period& period,
                                             calendar::Date today, Lang lang);

}  // namespace esep::app
