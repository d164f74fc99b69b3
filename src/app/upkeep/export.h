// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/core/mask_personal.h"

namespace esep::app {

struct ExportResult {
  int64_t files = 0;     // as received
  int64_t left_out = 0;  // files left out, because their form asks for personal numbers
  int64_t submissions = 0;
};

/// Everything the register holds, in files that need no Esep (docs/registry.md names them). Made beside and renamed:
/// `folder` is whole or absent. Unless personal data are shown, personal numbers are masked and files as received whose
/// form asks for them left out; who took them along is written into the history. Error EXPORT-EXISTS, FILE-UNWRITABLE.
[[nodiscard]] ExportResult export_all(Engine& engine, const std::filesystem::path& folder, PersonalData personal,
                                      const registry::Actor& actor);

}  // namespace esep::app
