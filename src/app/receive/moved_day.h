// SPDX-License-Identifier: MIT
#pragma once

#include "app/receive/checker.h"

namespace esep::app {

/// The warning REVISION-DAY where the file, which comes on `received`, names another day of completion
/// (app/core/completion_day.h) than the last revision that names one: both days, and what each does to the verdict.
[[nodiscard]] report::Findings moved_day_findings(Engine& engine, const CheckedFile& file,
                                                  const calendar::LocalTime& received);

}  // namespace esep::app
