// SPDX-License-Identifier: MIT
#pragma once

#include "document/build/blank_workbook.h"

namespace esep::document {

/// The sheet that tells an agency how to fill the form in: whose report and for when, the deadline with its legal basis
/// and how it was reached, rules of filling in, where each wording comes from, and one line per column.
[[nodiscard]] Section instruction_sheet(const BlankRequest& request);

}  // namespace esep::document
