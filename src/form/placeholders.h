// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace esep::form {

/// The names between braces in a rule's message, in their order, each as often as it occurs. `{{` is a brace and begins
/// no name. `{name|day|days}` (base/message.h) is `name`.
[[nodiscard]] std::vector<std::string> placeholders(std::string_view text);

/// The names as a message shows them, for a list of what it may show: "{a}, {b}". Of many the first, and "…".
[[nodiscard]] std::string in_braces(const std::vector<std::string>& names);

}  // namespace esep::form
