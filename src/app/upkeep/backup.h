// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/upkeep/register_copy.h"

namespace esep::app {

/// Copies the register consistently while others work, into one file of mode 0600, and examines it before it gets its
/// name. The log of the queue and its key come along (app/upkeep/queue_copy.h): no deed on the queue is half in the
/// copies. A damaged copy is kept too, because a damaged register needs a backup; the caller reports it. Error
/// BACKUP-EXISTS, FILE-UNWRITABLE.
[[nodiscard]] CopyResult back_up(Engine& engine, const std::filesystem::path& target);

}  // namespace esep::app
