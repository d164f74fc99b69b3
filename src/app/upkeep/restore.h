// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/upkeep/lost_deed.h"
#include "app/upkeep/register_copy.h"

namespace esep::app {

/// What to do with an existing register. `replace` keeps it beside the new one as
/// esep.db.replaced-<time>.backup.
enum class ExistingRegister { refuse, replace };

/// What became of the log of the queue (app/upkeep/queue_restoration.h).
struct RestoredQueue {
  int64_t kept_more = 0;                      // entries of the workspace's log, which stays, that the backup lacks
  std::optional<std::vector<LostDeed>> lost;  // what a replaced log had more; nullopt: nobody can read it
  std::vector<std::string> lost_vouchers;     // that it gave and the restored log did not
  bool lacks_key = false;                     // no application is taken until person.key is put back
  std::filesystem::path replaced;             // where a replaced log is kept; empty: none was
};

struct RestoreResult : CopyResult {
  bool existed = false;                       // there was a register
  std::filesystem::path replaced;             // where it is kept; empty: there was none
  std::optional<std::vector<LostDeed>> lost;  // what it had more; nullopt although `existed`: nobody can read it
  size_t lost_submissions = 0;                // among them
  RestoredQueue queue;
};

/// Makes the register of the engine's workspace from a backup, with the folders of a new workspace. A damaged backup is
/// refused, and nothing is changed. The history gets an entry `restore`, and an entry `restore_lost` for each
/// submission that only the replaced register had; no number that it gave is given again. The log of the queue comes
/// with it, unless the workspace's own has everything of it and stays. Error RESTORE-EXISTS, RESTORE-NO-QUEUE,
/// RESTORE-QUEUE-DAMAGED, FILE-MISSING, REGISTRY-…, registry::StepRefused (the right `restore`, where the workspace has
/// `[users]`).
[[nodiscard]] RestoreResult restore(Engine& engine, const std::filesystem::path& source, ExistingRegister existing,
                                    const registry::Actor& actor);

}  // namespace esep::app
