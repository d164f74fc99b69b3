// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/upkeep/lost_deed.h"
#include "app/upkeep/register_copy.h"

namespace esep::app {

/// What to do with an existing register. `replace` keeps it beside the new one as
/// esep.db.replaced-<time>.backup.
enum class ExistingRegister { refuse, replace };

struct RestoreResult : CopyResult {
  bool existed = false;                       // there was a register
  std::filesystem::path replaced;             // where it is kept; empty: there was none
  std::optional<std::vector<LostDeed>> lost;  // what it had more; nullopt although `existed`: nobody can read it
  size_t lost_submissions = 0;                // among them
};

/// Makes the register of the engine's workspace from a backup, with the folders of a new workspace. A damaged backup is
/// refused, and nothing is changed. The history gets an entry `restore`, and an entry `restore_lost` for each
/// submission that only the replaced register had; no number that it gave is given again. Error RESTORE-EXISTS,
/// FILE-MISSING, REGISTRY-…, registry::StepRefused (the right `restore`, where the workspace has `[users]`).
[[nodiscard]] RestoreResult restore(Engine& engine, const std::filesystem::path& source, ExistingRegister existing,
                                    const registry::Actor& actor);

}  // namespace esep::app
