// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/core/register_file.h"

namespace esep::app {

/// IMPORT-NAME-LEFT, a warning: a row of the register gets another name, while the column that holds a form of that
/// name (`follows`) keeps the former one, or the form is changed alone though both were the same text: papers name a
/// body by one of them.
void find_left_names(Engine& engine, const form::RegisterDefinition& definition, const RegisterFile& file,
                     report::Findings& findings);

}  // namespace esep::app
