// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "report/duty/reminder_kind.h"
#include "report/report_key.h"

namespace esep::text {

struct ReminderView {
  report::ReportKey key;
  report::ReminderKind kind = report::ReminderKind::coming;
  std::optional<calendar::Date> effective;
  int working_days = 0;  // overdue: past the deadline; else: left until it
  std::string language;
  std::string file;
  std::string address;
  std::string code;
  std::string written_at;  // "2026-11-18T10:00" when it was written earlier that day; empty: it is written now
  std::string written_by;  // empty: it is written now
};
/// The JSON of `esep remind` (docs/json.md).
[[nodiscard]] std::string reminders_json(const std::vector<ReminderView>& reminders);

}  // namespace esep::text
