// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "report/finding.h"
#include "xlsx/marked/package.h"

namespace esep::xlsx {

/// Marks a received workbook in its own package: wrong cells get a fill and a note, a sheet of its own lists all
/// findings with links. Merged cells, frames, widths, lists, protection, formats and print settings stay as they are.
/// Macros are taken out. False where the package is built in a way that this does not know; `parts` are then of no use.
[[nodiscard]] bool mark_package(Parts& parts, const report::Findings& findings,
                                const std::function<std::string(const Message&)>& say);

}  // namespace esep::xlsx
