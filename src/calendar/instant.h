// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/date.h"

namespace esep::calendar {

/// A moment: microseconds since 1970 in UTC. Local time is Asia/Almaty: UTC+6, from 1 March 2024 UTC+5 (the clock went
/// back from 0:00 to 23:00 of 29 February). Times before 2005, when there was summer time, are not covered.
struct Instant {
  int64_t micros = 0;

  /// `minute` of the local day, 0–1440; 1440 is the beginning of the next day.
  [[nodiscard]] static Instant at(Date date, int minute);
  /// Local `2026-08-03T09:15`, with seconds and up to six decimals if wanted: `2026-08-03T09:15:22.123456`.
  [[nodiscard]] static std::optional<Instant> parse_local(std::string_view text);

  [[nodiscard]] Date date() const;              // local
  [[nodiscard]] std::string local_iso() const;  // 2026-08-03T09:15:22.123456

  auto operator<=>(const Instant&) const = default;
};

}  // namespace esep::calendar
