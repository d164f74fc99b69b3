// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/read/grid.h"

namespace esep::intake {

struct SerialMoment {
  std::string serial;  // day number of the workbook's calendar, with a fraction for the time
  bool has_time = false;
  bool has_date = true;
};

/// `2026-10-05`, `2026-10-05T14:30`, `2026-10-05T14:30:15(.5)(Z)`, `14:30` (cells of type "d") as the day number of an
/// ordinary date cell; a time alone is a part of a day. The offset of a time zone is left out: people mean the day that
/// they see. A time of 00:00 counts as no time. nullopt for any other text and for days before the workbook's calendar.
[[nodiscard]] std::optional<SerialMoment> serial_from_iso(std::string_view iso, report::DateSystem dates);

}  // namespace esep::intake
