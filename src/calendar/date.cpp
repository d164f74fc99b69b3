// SPDX-License-Identifier: MIT
#include "calendar/date.h"

#include <fmt/core.h>

namespace esep::calendar {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int kMinutesOfDay = 24 * 60;

year_month_day civil(int days) { return year_month_day(sys_days(std::chrono::days(days))); }

/// Exactly `text.size()` ASCII digits, independent of the locale.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> Date::from_ymd(int year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999 || month > 12 || day > 31) return std::nullopt;
  const year_month_day ymd{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!ymd.ok()) return std::nullopt;
  return Date(static_cast<int>(sys_days(ymd).time_since_epoch().count()));
}

std::optional<Date> Date::parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text.substr(0, 4));
  const auto m = digits(text.substr(5, 2));
  const auto d = digits(text.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  return from_ymd(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

int Date::year() const { return static_cast<int>(civil(days_).year()); }
unsigned Date::month() const { return static_cast<unsigned>(civil(days_).month()); }
unsigned Date::day() const { return static_cast<unsigned>(civil(days_).day()); }

unsigned Date::weekday() const { return std::chrono::weekday(sys_days(std::chrono::days(days_))).iso_encoding(); }

Date Date::end_of_month() const {
  const year_month_day ymd = civil(days_);
  return Date(static_cast<int>(sys_days(ymd.year() / ymd.month() / std::chrono::last).time_since_epoch().count()));
}

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }
std::string Date::dotted() const { return fmt::format("{:02}.{:02}.{:04}", day(), month(), year()); }

std::optional<LocalTime> LocalTime::parse(std::string_view text) {
  const auto date = Date::parse_iso(text.substr(0, 10));
  if (!date) return std::nullopt;
  if (text.size() == 10) return LocalTime{*date, 0};
  if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
  const auto hour = digits(text.substr(11, 2));
  const auto minute = digits(text.substr(14, 2));
  if (!hour || !minute || *minute > 59 || *hour * 60 + *minute >= kMinutesOfDay) return std::nullopt;
  return LocalTime{*date, *hour * 60 + *minute};
}

std::string LocalTime::iso() const { return fmt::format("{}T{:02}:{:02}", date.iso(), minute / 60, minute % 60); }

std::string LocalTime::dotted() const { return fmt::format("{} {:02}:{:02}", date.dotted(), minute / 60, minute % 60); }

}  // namespace esep::calendar
