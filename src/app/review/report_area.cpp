// SPDX-License-Identifier: MIT
#include "app/review/report_area.h"

#include <algorithm>

#include "intake/reader.h"
#include "report/read/locate.h"

namespace esep::app {

std::optional<report::CellReference> report_area(Engine& engine, const report::Submission& submission) {
  const std::string& name = submission.receipt.file_name;
  report::Findings ignored;
  const auto grid = intake::open_grid(name, engine.registry().file_bytes(submission.receipt.sha256), ignored);
  const auto* form = engine.find_form_of(submission);
  if (!grid || form == nullptr) return std::nullopt;
  const auto layout = report::locate({*form, *grid, name, ignored});
  if (!layout || layout->sheet >= grid->sheets().size()) return std::nullopt;
  report::CellReference out;
  const auto rows = grid->rows(layout->sheet);
  report::GridRow row;
  while (rows->next(row)) {
    if (row.cells.empty()) continue;
    out.row = row.row;
    if (grid->has_cells()) out.column = std::max(out.column, row.cells.back().column);
  }
  return out;
}

}  // namespace esep::app
