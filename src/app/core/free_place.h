// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "base/message.h"

namespace esep::app {

/// Nothing that exists is overwritten: Error FILE-EXISTS with that hint if a file lies there. A device or a pipe holds
/// nothing.
void require_free(const std::filesystem::path& file, Message hint);

/// No paper takes the place of a register or of a workspace's settings, forms and texts: Error FILE-KEPT if a database
/// or a TOML file lies there.
void require_not_kept(const std::filesystem::path& file);

}  // namespace esep::app
