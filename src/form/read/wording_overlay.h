// SPDX-License-Identifier: MIT
#pragma once

#include "datafile/library.h"
#include "form/form_definition.h"

namespace esep::form {

/// Applies corrections of wording: `title`, `short_title`, `stamp`, `notes`, `continuation`, `nil_sentence`,
/// `instructions`, title and note of `[column.<id>]` and `[field.<id>]`, title of `[group.<id>]`, message of
/// `[rule.<code>]`, recipient of `[obligation.<id>]`. A key that would change more is FORM-WORDING-FROZEN. A table of
/// what the edition lacks is FORM-COLUMN, FORM-FIELD, FORM-GROUP, FORM-RULE or FORM-WORDING-OBLIGATION. A message that
/// does not name the same values as the edition's is FORM-WORDING-VALUE or FORM-WORDING-VALUE-LOST. Titles that become
/// alike are FORM-TITLE-TWICE, FORM-TITLE-COLON.
void apply_wording(FormDefinition& form, const datafile::LibraryFile& overlay, Diagnostics& diagnostics);

}  // namespace esep::form
