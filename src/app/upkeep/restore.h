// SPDX-License-Identifier: MIT
#pragma once

#include "app/upkeep/register_copy.h"

namespace esep::app {

/// What becomes of a register that stands where one is restored. `replace` leaves it beside the new one, as
/// esep.db.replaced-<time>.backup.
enum class ExistingRegister { refuse, replace };

/// The register of `workspace` from a backup; the folders of a new workspace are made. The copy is examined first and
/// refused when it shows damage: then nothing was changed. The history gets an entry `restore`. Error RESTORE-EXISTS,
/// FILE-MISSING, REGISTRY-….
[[nodiscard]] CopyResult restore(const std::filesystem::path& source, const std::filesystem::path& workspace,
                                 ExistingRegister existing, const registry::Actor& actor);

}  // namespace esep::app
