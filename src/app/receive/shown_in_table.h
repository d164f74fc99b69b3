// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "app/core/row_names.h"
#include "app/receive/checker.h"
#include "app/receive/named_columns.h"

namespace esep::app {

/// The cells of the table in those of `columns` that are the form's: the error CELL-OF-OTHER where one names another
/// organisation or subject of the register, or another period; the warning CELL-FIRM where one names a firm instead of
/// a body. `rows` are those of the table.
[[nodiscard]] report::Findings shown_in_table(Engine& engine, const CheckedFile& file, NameBook& names,
                                              const std::vector<NamedColumn>& columns, table::RowReader& rows);

}  // namespace esep::app
