// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/read/received_file.h"

namespace esep::app {

/// How the sheets begin that the program itself adds to a workbook, in each language.
[[nodiscard]] report::ProgramSheets program_sheets(Engine& engine);

}  // namespace esep::app
