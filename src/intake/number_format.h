// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "report/read/grid.h"

namespace esep::intake {

/// Meaning of a built-in number format (ECMA-376 part 1, 18.8.30); unknown ids are `general`.
[[nodiscard]] report::CellFormat built_in_format(int id);

/// Meaning of a format code as files hold it (always in English letters): `dd.mm.yyyy`, `0.00%`, `[h]:mm`. Only the
/// first section counts. Quoted text, escapes, fillers and `[…]` are skipped, except elapsed time.
[[nodiscard]] report::CellFormat classify_format(std::string_view code);

}  // namespace esep::intake
