// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace esep::intake {

/// Roughly how many digits are as wide as the text, so that no text is told to be wider than it is.
[[nodiscard]] double text_width(std::string_view text);

}  // namespace esep::intake
