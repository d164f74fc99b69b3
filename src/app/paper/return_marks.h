// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "app/review/returned_report.h"
#include "report/finding.h"
#include "report/read/grid.h"

namespace esep::app {

/// The received file of a returned report, and what was noted or recommended on it: a finding at its cell for each, in
/// the order of `notes`, then of `recommendations`. What concerns an item of a checklist or the whole report has no
/// cell.
struct ReturnMarks {
  std::string bytes;
  std::unique_ptr<report::Grid> grid;
  report::Findings findings;
};
/// Error RETURN-FILE if the stored file cannot be read any more.
[[nodiscard]] ReturnMarks return_marks(Engine& engine, const ReturnedReport& returned);

}  // namespace esep::app
