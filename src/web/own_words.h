// SPDX-License-Identifier: MIT
#pragma once

#include "base/message.h"

namespace esep::web {

/// What a page says in place of a message that speaks of options and commands. Any other message as it is.
[[nodiscard]] Message own_words(const Message& message);

}  // namespace esep::web
