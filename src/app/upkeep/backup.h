// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/upkeep/register_copy.h"

namespace esep::app {

/// Whether a backup holds person.key. It goes to other disks and people, and the key tells whose ЖСН a hash is.
enum class BackupKeys { left_out, taken_along };

/// Copies the register consistently while others work, into one file of mode 0600, and examines it before it gets its
/// name. The log of the queue comes along (app/upkeep/queue_copy.h): no deed on the queue is half in the copies. A
/// damaged copy is kept too, because a damaged register needs a backup; the caller reports it. Error BACKUP-EXISTS,
/// FILE-UNWRITABLE.
[[nodiscard]] CopyResult back_up(Engine& engine, const std::filesystem::path& target, BackupKeys keys);
/// That the key of the queue, which is there, is not in the backup; nullopt: it is, or there is none.
[[nodiscard]] std::optional<Message> keys_remark(const Engine& engine, BackupKeys keys);

}  // namespace esep::app
