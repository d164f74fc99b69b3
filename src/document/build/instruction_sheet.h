// SPDX-License-Identifier: MIT
#pragma once

#include "document/build/blank_workbook.h"

namespace esep::document {

/// The sheet that tells an agency how to fill in the form: organisation and period, the deadline with its legal basis
/// and explanation, rules for filling in, the source of each wording, and one line per column.
[[nodiscard]] Section instruction_sheet(const BlankRequest& request);

}  // namespace esep::document
