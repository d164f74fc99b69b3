// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "app/core/engine.h"

namespace esep::app {

/// What a text names, as people write it, compared with one row of a register.
enum class NamedRow {
  same,     // the row: its key, a title in any language, a short name, a spelling variant of one
  other,    // another row, in the same way
  unknown,  // no row, or several as well
};

/// Whether `text` names the row `key` of the register. Letter case, spaces, punctuation and letters of the same shape
/// are no difference; up to one letter in eight may be mistyped, but no digit, and no other row may be as near. A whole
/// name inside a longer text names its row, with an address too; of several names the longest does.
[[nodiscard]] NamedRow names_row(Engine& engine, const form::RegisterDefinition& of, const std::string& key,
                                 std::string_view text);

}  // namespace esep::app
