// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "cli/session.h"

namespace esep::cli {

/// `text` with the names of arguments ("FORM --org ORG") in the reader's language. A name is a word of capital letters
/// that has the key ARG-<name> in the catalogue. Other words stay.
[[nodiscard]] std::string argument_words(Session& session, std::string_view text);

/// A refusal of the command line, with the names of arguments in the reader's language.
[[nodiscard]] Message with_argument_words(Session& session, Message message);

}  // namespace esep::cli
