// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/upkeep/register_copy.h"

namespace esep::app {

/// A consistent copy of the register while others work, in one file of mode 0600, examined before it gets its name. A
/// copy that shows damage is kept all the same (a damaged register must not go without one); the caller tells. Error
/// BACKUP-EXISTS, FILE-UNWRITABLE.
[[nodiscard]] CopyResult back_up(Engine& engine, const std::filesystem::path& target);

}  // namespace esep::app
