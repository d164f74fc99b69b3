// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"

namespace esep::app {

/// What a person types besides the report may stand on a paper, so it follows the same rule as a cell (CELL-CHARACTER,
/// CELL-SCRIPT). TEXT-CHARACTER or TEXT-SCRIPT, with the characters that no paper can show; nullopt: all print. A text
/// that is not UTF-8 is judged as far as it is.
[[nodiscard]] std::optional<Message> unprintable_message(std::string_view text);

/// A text that somebody typed, trimmed, each letter written one way (NFC), without control characters but for ends of
/// lines. Error REVIEW-TEXT-EMPTY, REVIEW-TEXT-LONG (over 4,000 characters), REVIEW-TEXT-CODING (not UTF-8; all usage);
/// TEXT-CHARACTER, TEXT-SCRIPT (usage) if it would not print.
[[nodiscard]] std::string typed_text(const std::string& text);
/// The same for a text that may be left out: empty if nothing but spaces was typed.
[[nodiscard]] std::string typed_text_or_none(const std::string& text);

}  // namespace esep::app
