// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace esep {

/// What is added behind a sentence: " (text)", or " – text" where the text itself ends in a bracket.
[[nodiscard]] inline std::string in_brackets(const std::string& text) {
  return text.ends_with(')') ? " – " + text : " (" + text + ")";
}

}  // namespace esep
