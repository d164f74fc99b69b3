// SPDX-License-Identifier: MIT
#include "cli/clock.h"

#include <chrono>

#include <date/tz.h>

#include "base/error.h"

namespace esep::cli {

calendar::LocalTime now_in_kazakhstan() {
  try {
    const auto now = std::chrono::floor<std::chrono::minutes>(std::chrono::system_clock::now());
    const auto local = date::locate_zone("Asia/Almaty")->to_local(now);
    const auto day = date::floor<date::days>(local);
    return {calendar::Date::from_days(static_cast<int>(day.time_since_epoch().count())),
            static_cast<int>(std::chrono::floor<std::chrono::minutes>(local - day).count())};
  } catch (const std::runtime_error& error) {
    throw Error(Message("CLOCK-ZONE", {{"reason", std::string(error.what())}}));
  }
}

calendar::Instant instant_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::floor<std::chrono::microseconds>(now).count()};
}

int utc_offset_in_kazakhstan(calendar::LocalTime local) {
  try {
    const date::local_time<std::chrono::minutes> at{date::days(local.date.days()) + std::chrono::minutes(local.minute)};
    const auto info = date::locate_zone("Asia/Almaty")->get_info(at);
    return static_cast<int>(std::chrono::floor<std::chrono::minutes>(info.first.offset).count());
  } catch (const std::runtime_error& error) {
    throw Error(Message("CLOCK-ZONE", {{"reason", std::string(error.what())}}));
  }
}

}  // namespace esep::cli
