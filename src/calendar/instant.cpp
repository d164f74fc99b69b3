// SPDX-License-Identifier: MIT
#include "calendar/instant.h"

#include <algorithm>
#include <limits>

#include <fmt/core.h>

namespace esep::calendar {
namespace {

constexpr int64_t kSecond = 1'000'000;
constexpr int64_t kMinute = 60 * kSecond;
constexpr int64_t kHour = 60 * kMinute;
constexpr int64_t kDay = 24 * kHour;
constexpr int kFirstOfFive = 19783;                           // 2024-03-01
constexpr int64_t kChange = kFirstOfFive * kDay - 6 * kHour;  // the clock shows 0:00 and goes back

/// An instant that stands for "never" stays behind all others.
int64_t local_micros(Instant instant) {
  constexpr int64_t kLast = std::numeric_limits<int64_t>::max() - 6 * kHour;
  return std::min(instant.micros, kLast) + (instant.micros < kChange ? 6 : 5) * kHour;
}

int64_t floor_days(int64_t micros) { return micros / kDay - (micros % kDay < 0 ? 1 : 0); }

/// ":22.123456" behind the minute; nullopt if it is something else.
std::optional<int64_t> parse_seconds(std::string_view text) {
  if (text.empty()) return 0;
  if (text.size() < 3 || text[0] != ':' || text.size() == 4 || text.size() > 10) return std::nullopt;
  int64_t value = 0;
  for (size_t i = 1; i < 10; ++i) {
    if (i == 3) {
      if (i < text.size() && text[i] != '.') return std::nullopt;
      continue;
    }
    const char c = i < text.size() ? text[i] : '0';
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value < kMinute ? std::optional<int64_t>(value) : std::nullopt;
}

}  // namespace

Instant Instant::at(Date date, int minute) {
  const int64_t local = date.days() * kDay + minute * kMinute;
  return {local - (local < kFirstOfFive * kDay ? 6 : 5) * kHour};
}

std::optional<Instant> Instant::parse_local(std::string_view text) {
  constexpr size_t kToMinute = 16;
  if (text.size() < kToMinute) return std::nullopt;
  const auto minute = LocalTime::parse(text.substr(0, kToMinute));
  const auto seconds = parse_seconds(text.substr(kToMinute));
  if (!minute || !seconds) return std::nullopt;
  return Instant{at(minute->date, minute->minute).micros + *seconds};
}

Date Instant::date() const { return Date::from_days(static_cast<int>(floor_days(local_micros(*this)))); }

std::string Instant::local_iso() const {
  const int64_t of_day = local_micros(*this) - floor_days(local_micros(*this)) * kDay;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:06}", date().iso(), of_day / kHour, of_day / kMinute % 60,
                     of_day / kSecond % 60, of_day % kSecond);
}

}  // namespace esep::calendar
