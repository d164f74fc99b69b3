// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/core/register_file.h"

namespace esep::app {

/// IMPORT-BIN-CHANGED, a warning: a row of the register gets another BIN than it has. A body has one, for its life.
void find_changed_numbers(Engine& engine, const form::RegisterDefinition& definition, const RegisterFile& file,
                          report::Findings& findings);

}  // namespace esep::app
