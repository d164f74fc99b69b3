// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "base/message.h"
#include "datafile/message_catalogue.h"

namespace esep::web {

/// A text speaks of the command line: of a command, an option or a file of the workspace.
[[nodiscard]] bool names_command(std::string_view text);

/// What a page says in place of a message that speaks of the command line: words of its own, or the sentences that do
/// not speak of it. Empty: nothing is left. Any other message as it is.
[[nodiscard]] Message own_words(const Message& message, const datafile::MessageCatalogue& catalogue);

}  // namespace esep::web
