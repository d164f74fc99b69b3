// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/read/grid.h"

namespace esep::report {

/// Whether the row holds nothing but what stands where people sign: offices, names, dates, telephones, lines to sign
/// on, places of seals.
[[nodiscard]] bool is_of_signature(const std::vector<const GridCell*>& cells);

/// The same, and one of the cells is an office.
[[nodiscard]] bool is_signature_row(const std::vector<const GridCell*>& cells);

}  // namespace esep::report
