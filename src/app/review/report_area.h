// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "app/core/engine.h"
#include "report/cell_reference.h"

namespace esep::app {

/// How far the sheet with the report's table reaches in the file that was handed in: its last row and column with
/// anything in them. The column is 0 if the file has no cells (CSV, JSON). nullopt: the register keeps no file that
/// opens, as of a report that it composed.
[[nodiscard]] std::optional<report::CellReference> report_area(Engine& engine, const report::Submission& submission);

}  // namespace esep::app
