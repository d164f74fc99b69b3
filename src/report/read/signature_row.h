// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/read/grid.h"
#include "report/read/table_words.h"

namespace esep::report {

/// Whether the row holds nothing but what stands where people sign: offices, names, dates, telephones, lines to sign
/// on, places of seals.
[[nodiscard]] bool is_of_signature(const std::vector<const GridCell*>& cells, const TableWords& words);

/// The same, and one of the cells is an office.
[[nodiscard]] bool is_signature_row(const std::vector<const GridCell*>& cells, const TableWords& words);

}  // namespace esep::report
