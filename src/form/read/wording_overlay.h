// SPDX-License-Identifier: MIT
#pragma once

#include "datafile/library.h"
#include "form/form_definition.h"

namespace esep::form {

/// Applies corrections of wording: `title`, `short_title`, `stamp`, `notes`, `continuation`, `instructions`, title and
/// note of `[column.<id>]` and `[field.<id>]`, title of `[group.<id>]`, message of `[rule.<code>]`. A key that would
/// change more is FORM-WORDING-FROZEN; a message that does not name the same values as the edition's is
/// FORM-WORDING-VALUE, FORM-WORDING-VALUE-LOST.
void apply_wording(FormDefinition& form, const datafile::LibraryFile& overlay, Diagnostics& diagnostics);

}  // namespace esep::form
