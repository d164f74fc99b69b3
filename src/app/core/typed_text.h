// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "base/message.h"

namespace esep::app {

/// What a person types besides the report may stand on a paper, so it follows the same rule as a cell (CELL-CHARACTER,
/// CELL-SCRIPT). TEXT-CHARACTER or TEXT-SCRIPT, with the characters that no paper can show; nullopt: all print. A text
/// that is not UTF-8 is judged as far as it is.
[[nodiscard]] std::optional<Message> unprintable_message(std::string_view text);

}  // namespace esep::app
