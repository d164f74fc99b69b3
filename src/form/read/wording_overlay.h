// SPDX-License-Identifier: MIT
#pragma once

#include "datafile/library.h"
#include "form/form_definition.h"

namespace esep::form {

/// Applies an office's corrections of wording: `title`, `stamp`, `notes`, `continuation`, and `[column.<id>] title`,
/// `[group.<id>] title`, `[field.<id>] title`. A key that would change more is FORM-WORDING-FROZEN.
void apply_wording(FormDefinition& form, const datafile::LibraryFile& overlay, Diagnostics& diagnostics);

}  // namespace esep::form
