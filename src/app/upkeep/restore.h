// SPDX-License-Identifier: MIT
#pragma once

#include "app/upkeep/register_copy.h"

namespace esep::app {

/// What to do with an existing register. `replace` keeps it beside the new one as
/// esep.db.replaced-<time>.backup.
enum class ExistingRegister { refuse, replace };

/// Makes the register of `workspace` from a backup, with the folders of a new workspace. A damaged backup is
/// refused, and nothing is changed. The history gets an entry `restore`. Error RESTORE-EXISTS, FILE-MISSING,
/// REGISTRY-….
[[nodiscard]] CopyResult restore(const std::filesystem::path& source, const std::filesystem::path& workspace,
                                 ExistingRegister existing, const registry::Actor& actor);

}  // namespace esep::app
