// SPDX-License-Identifier: MIT
#pragma once

namespace esep {

enum class CharacterKind {
  plain,     // drawn one after another from left to right
  shaped,    // of a script that joins, stacks or runs from right to left: Arabic, Hebrew, Thai …
  formless,  // nothing to draw, or nobody knows what: controls, private use, not assigned
};
[[nodiscard]] CharacterKind kind_of(char32_t code_point);

}  // namespace esep
