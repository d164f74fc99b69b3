// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace esep::calendar {

/// A civil date, 0001-01-01 … 9999-12-31. No time, no zone.
class Date {
 public:
  constexpr Date() = default;
  /// nullopt for 2026-02-30 and the like.
  [[nodiscard]] static std::optional<Date> from_ymd(int year, unsigned month, unsigned day);
  [[nodiscard]] static std::optional<Date> parse_iso(std::string_view text);  // exactly "2026-11-21"
  [[nodiscard]] static constexpr Date from_days(int days_since_1970) { return Date(days_since_1970); }

  [[nodiscard]] constexpr int days() const { return days_; }
  [[nodiscard]] int year() const;
  [[nodiscard]] unsigned month() const;  // 1–12
  [[nodiscard]] unsigned day() const;
  [[nodiscard]] unsigned weekday() const;  // 1 Monday … 7 Sunday
  [[nodiscard]] constexpr Date plus_days(int n) const { return Date(days_ + n); }
  [[nodiscard]] Date end_of_month() const;
  [[nodiscard]] std::string iso() const;     // 2026-11-21
  [[nodiscard]] std::string dotted() const;  // 21.11.2026, as people in Kazakhstan write it

  constexpr auto operator<=>(const Date&) const = default;

 private:
  constexpr explicit Date(int days) : days_(days) {}
  int days_ = 0;
};

/// Local civil time to the minute, such as the time of receipt. "2026-11-18T16:05" or "2026-11-18" (00:00).
struct LocalTime {
  Date date;
  int minute = 0;  // of the day, 0–1439
  [[nodiscard]] static std::optional<LocalTime> parse(std::string_view text);
  [[nodiscard]] std::string iso() const;     // 2026-11-18T16:05
  [[nodiscard]] std::string dotted() const;  // 18.11.2026 16:05
  auto operator<=>(const LocalTime&) const = default;
};

}  // namespace esep::calendar
