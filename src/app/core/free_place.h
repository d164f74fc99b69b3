// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "base/message.h"

namespace esep::app {

/// Nothing that exists is overwritten: Error FILE-EXISTS with that hint if a file lies there. A device or a pipe holds
/// nothing.
void require_free(const std::filesystem::path& file, Message hint);

}  // namespace esep::app
