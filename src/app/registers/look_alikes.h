// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/core/register_file.h"

namespace esep::app {

/// Rows that people would take for another one. IMPORT-LOOK-ALIKE: a code that looks like another row's; an error of a
/// new row, and where the register has both already, a warning. IMPORT-NAME-TAKEN: a new or changed name of an
/// organisation that is another's; an error if it is the title that papers print, unless the other organisation is of
/// another kind, such as a former ministry, else a warning. Both name the other row.
void find_look_alikes(Engine& engine, const form::RegisterDefinition& definition, const RegisterFile& file,
                      report::Findings& findings);

}  // namespace esep::app
