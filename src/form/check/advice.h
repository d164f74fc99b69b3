// SPDX-License-Identifier: MIT
#pragma once

#include "form/form_definition.h"

/// What `forms lint` says of a form besides what is wrong with it: the form can be used, but hardly as it was meant.
namespace esep::form {

/// Warnings FORM-STAGE-IDLE (no obligation asks for a stage), FORM-EXAMPLE-STAGE (an example of a form with stages
/// names none), FORM-STAGE-TITLE (two stages have one title); info FORM-RULES-UNTRIED (no example breaks a rule).
/// `obligations`: of all files.
void advise(const FormDefinition& form, const std::vector<Obligation>& obligations, Diagnostics& diagnostics);

}  // namespace esep::form
