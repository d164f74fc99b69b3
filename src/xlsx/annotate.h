// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>

#include "report/finding.h"
#include "report/read/grid.h"

namespace esep::xlsx {

/// For a file whose package cannot be marked itself (marked/mark_package.h). Writes a new workbook with the sheet
/// names, rows and columns of the received one. Wrong cells are coloured and have a comment; a sheet of findings links
/// to them. `say` renders in the reader's language.
void annotate(report::Grid& grid, const report::Findings& findings,
              const std::function<std::string(const Message&)>& say, const std::filesystem::path& file);

}  // namespace esep::xlsx
