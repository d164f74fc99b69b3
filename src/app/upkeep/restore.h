// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/upkeep/register_copy.h"

namespace esep::app {

/// What to do with an existing register. `replace` keeps it beside the new one as
/// esep.db.replaced-<time>.backup.
enum class ExistingRegister { refuse, replace };

/// An entry of the replaced register's history that the new one lacks: somebody may enter it again.
struct LostDeed {
  int64_t seq = 0;
  std::string at;
  std::string user;
  std::string action;
  std::string number;  // "S-000004", "R-000002", "A-000001"; may be empty
  std::string about;   // the key's parts
};

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
