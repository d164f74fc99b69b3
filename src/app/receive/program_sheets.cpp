// SPDX-License-Identifier: MIT
#include "app/receive/program_sheets.h"

namespace esep::app {

report::ProgramSheets program_sheets(Engine& engine) {
  report::ProgramSheets out;
  out.guide = engine.render_all("BLANK-INSTRUCTIONS-TITLE");
  for (const char* key : {"FINDINGS-SHEET", "FINDINGS-CELL", "FINDINGS-SEVERITY"})
    append(out.list, engine.render_all(key), " ");
  return out;
}

}  // namespace esep::app
