// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>

#include "base/message.h"

namespace esep::app {

/// Nothing that exists is overwritten: Error FILE-EXISTS with that hint if a file lies there. A device or a pipe holds
/// nothing.
void require_free(const std::filesystem::path& file, Message hint);

/// Whether the file that lies there is one that the program wrote as the same kind of output.
using IsOwnKind = std::function<bool(const std::filesystem::path& file)>;
/// No paper takes the place of a register or of a workspace's settings, forms and texts: Error FILE-KEPT if a database
/// lies there, or a TOML file that is not of the same kind as what will be written.
void require_not_kept(const std::filesystem::path& file, const IsOwnKind& is_own_kind = {});

}  // namespace esep::app
