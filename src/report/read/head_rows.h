// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "report/read/grid.h"

namespace esep::report {

/// The first rows of a sheet, among which the head of a form is searched. A head has few cells: rows without measure
/// are not kept in memory to find one, and the rest is then not searched.
[[nodiscard]] std::vector<GridRow> head_rows(Grid& grid, size_t sheet);

}  // namespace esep::report
