// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "intake/styles.h"

namespace esep::intake {

/// Whether a line of the text is not seen, or less than half of it, in a row that is fixed at so many points. Lines are
/// those of its own breaks, and those that a cell with room for `room` digits makes of a longer one. They are taken to
/// be lower and fewer than they are, so that no text is told that is seen.
[[nodiscard]] bool loses_line(std::string_view text, const CellStyle& style, double height, double room);

}  // namespace esep::intake
