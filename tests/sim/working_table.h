// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>

/// The model's own calendar: docs/calendar.md once more, in other words and from the same file, so that a fault of
/// `src/calendar` shows as a difference.
namespace esep::sim {

/// Days since 1970-01-01.
using Day = int;

[[nodiscard]] Day day_of(int year, int month, int day);
/// `YYYY-MM-DD`; what follows is not read.
[[nodiscard]] Day day_of(std::string_view iso);
[[nodiscard]] std::string iso_of(Day day);

class WorkingTable {
 public:
  /// Reads `data/calendar/kz.csv`. Throws std::runtime_error if a line is not understood.
  explicit WorkingTable(const std::string& csv_file);

  [[nodiscard]] bool working(Day day) const;
  /// The day itself, or the first working day after it.
  [[nodiscard]] Day working_on_or_after(Day day) const;
  /// The n-th working day after `day` (docs/calendar.md: day 1 is the first working day after the event).
  [[nodiscard]] Day working_days_after(Day day, int count) const;
  /// Rule of conduct 7: working days after `due`, up to and including the first one on or after `received`; at least 1.
  /// 0: on time.
  [[nodiscard]] int days_late(Day due, Day received) const;
  /// For planted faults: the day changes its kind.
  void turn_over(Day day);

 private:
  std::set<Day> days_off_;
  std::set<Day> worked_weekends_;
};

}  // namespace esep::sim
