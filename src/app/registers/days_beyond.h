// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/core/register_file.h"

namespace esep::app {

/// IMPORT-CALENDAR at each new or changed day from which a term runs, or on which a verdict was given, that the
/// calendar of working days does not cover: an error behind its last year, where nothing can have happened, a warning
/// before its first.
void find_days_beyond(Engine& engine, const form::RegisterDefinition& definition, const RegisterFile& file,
                      report::Findings& findings);

}  // namespace esep::app
