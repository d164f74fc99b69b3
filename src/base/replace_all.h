// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep {

/// The text with `after` in place of each `before`, from the left; what was put in is not searched again. An empty
/// `before` is found nowhere.
[[nodiscard]] std::string replace_all(std::string text, std::string_view before, std::string_view after);

}  // namespace esep
