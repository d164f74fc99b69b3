// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>

#include "report/finding.h"
#include "report/read/grid.h"

namespace esep::xlsx {

/// A new workbook with the sheet names, rows and columns of the one received, wrong cells coloured with their comment,
/// and a sheet of findings with links to them. `say` renders in the reader's language.
void annotate(report::Grid& grid, const report::Findings& findings,
              const std::function<std::string(const Message&)>& say, const std::filesystem::path& file);

}  // namespace esep::xlsx
