// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "registry/doctor/doctor.h"

namespace esep::app {

/// What a copy of a register holds, and whatever was found wrong with it.
struct CopyResult {
  registry::Examination examination;
  std::filesystem::path replaced;  // restore: where the register that stood there before is kept; may be empty
  [[nodiscard]] bool sound() const { return examination.damage.empty(); }
};

/// A consistent copy of the register while others work, in one file of mode 0600, examined before it gets its name. A
/// copy that shows damage is kept all the same (a damaged register must not go without one); the caller tells. Error
/// BACKUP-EXISTS, FILE-UNWRITABLE.
[[nodiscard]] CopyResult back_up(Engine& engine, const std::filesystem::path& target);

/// The register of `workspace` from a backup; the folders of a new workspace are made. The copy is examined first and
/// refused when it shows damage: then nothing was changed. Over an existing register only with `replace`, and the old
/// one is then kept beside it as esep.db.replaced-<time>.backup. The history gets an entry `restore`. Error
/// REGISTRY-EXISTS, FILE-MISSING, REGISTRY-….
[[nodiscard]] CopyResult restore(const std::filesystem::path& source, const std::filesystem::path& workspace,
                                 bool replace, const registry::Actor& actor);

}  // namespace esep::app
