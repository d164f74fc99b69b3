// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "calendar/date.h"
#include "datafile/library.h"

namespace esep::app {

/// templates/form.toml as the file forms/<form>.<edition>.toml: it lints clean as it stands. `from`: its first day in
/// force. Errors (usage) FORMS-NEW-NAME (none), FORMS-NEW-LONG, FORMS-NEW-TAKEN (`library` has a form
/// of this name), FORM-NAME, FORM-EDITION for what no file of a form can be called.
[[nodiscard]] std::string new_form(const datafile::Library& library, const std::string& form,
                                   const std::string& edition, calendar::Date from);

}  // namespace esep::app
