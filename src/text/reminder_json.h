// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "report/report_key.h"

namespace esep::text {

struct ReminderView {
  report::ReportKey key;
  std::string kind;  // "coming", "due", "overdue", "undated"
  std::optional<calendar::Date> effective;
  int working_days = 0;  // left, or late when overdue
  std::string language;
  std::string file;
  std::string address;
  std::string code;
  std::string written_at;  // when it was written earlier that day; empty: now
  std::string written_by;
};
/// The JSON of `esep remind` (docs/json.md).
[[nodiscard]] std::string reminders_json(const std::vector<ReminderView>& reminders);

}  // namespace esep::text
