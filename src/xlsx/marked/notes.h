// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "xlsx/marked/package.h"
#include "xlsx/marks.h"

namespace esep::xlsx {

/// Puts the words of the marks as notes at their cells; a cell that has a note keeps it and the words follow. Needs no
/// more than the sheet's own parts. False on damage.
[[nodiscard]] bool add_notes(Package& package, const std::string& sheet_part, const Marks& marks);

}  // namespace esep::xlsx
