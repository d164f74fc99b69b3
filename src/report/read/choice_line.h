// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "form/value_spec.h"

namespace esep::report {

/// The choice that a text names by its id or by its title in any language; nullptr: none.
[[nodiscard]] const form::Choice* find_choice(const form::ValueSpec& column, std::string_view typed);

/// All titles of a column, for a message.
[[nodiscard]] LocalText choice_titles(const form::ValueSpec& column);

/// The parts of a line of choices: "A, B", "A; B", "A/B", «A и B», «A және B». A title that holds such a sign itself
/// stays whole.
[[nodiscard]] std::vector<std::string> choice_parts(const form::ValueSpec& column, std::string_view line);

}  // namespace esep::report
