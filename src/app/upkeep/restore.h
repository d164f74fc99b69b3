// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/upkeep/register_copy.h"

namespace esep::app {

/// What to do with an existing register. `replace` keeps it beside the new one as
/// esep.db.replaced-<time>.backup.
enum class ExistingRegister { refuse, replace };

/// Makes the register of the engine's workspace from a backup, with the folders of a new workspace. A damaged backup is
/// refused, and nothing is changed. The history gets an entry `restore`. Error RESTORE-EXISTS, FILE-MISSING,
/// REGISTRY-…, registry::StepRefused (the right `restore`, where the workspace has `[users]`).
[[nodiscard]] CopyResult restore(Engine& engine, const std::filesystem::path& source, ExistingRegister existing,
                                 const registry::Actor& actor);

}  // namespace esep::app
