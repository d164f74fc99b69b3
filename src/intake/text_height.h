// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "intake/styles.h"

namespace esep::intake {

/// Whether a line of the text is not seen, or less than half of it, in a row that is fixed at so many points. Only
/// its own line breaks count, and lines are taken to be lower than they are, so that no text is told that is seen.
[[nodiscard]] bool loses_line(std::string_view text, const CellStyle& style, double height);

}  // namespace esep::intake
