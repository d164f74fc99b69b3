// SPDX-License-Identifier: MIT
#pragma once

#include "report/read/grid.h"
#include "report/read/table_words.h"

namespace esep::report {

/// What people write under the entries of a table that is no entry: a total («Итого»), a note or a signature («Ескерту:
/// …», «Исп. …», «Басшы ____», «М.П.»).
enum class StrayRow { none, total, note };

/// By the words with which the row begins. The caller leaves out the cells beside the form's columns and decides
/// whether the row may be an entry all the same.
[[nodiscard]] StrayRow stray_row(const std::vector<const GridCell*>& cells, const TableWords& words);

}  // namespace esep::report
