// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace esep::report {

/// How a report that is owed stands on the day of a reminder.
enum class ReminderKind {
  coming,   // its deadline has not come
  due,      // its deadline is that day
  overdue,  // its deadline has passed
  undated   // it is owed without a deadline
};

[[nodiscard]] std::string_view reminder_kind_name(ReminderKind kind);  // "coming" …
[[nodiscard]] std::optional<ReminderKind> reminder_kind_from(std::string_view name);

}  // namespace esep::report
