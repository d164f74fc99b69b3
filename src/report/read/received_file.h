// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "calendar/date.h"
#include "form/form_definition.h"
#include "report/read/grid.h"

namespace esep::report {

struct PlausibleLimits;
struct TableWords;

/// What the program itself writes first on the sheets that it adds to a workbook.
struct ProgramSheets {
  LocalText guide;  // the first words of the sheet that says how to fill in a blank
  LocalText list;   // the first row of the sheet on which a marked copy lists the findings
};

/// A received file while it is read as a report on `form`. All that is wrong in it becomes one of `findings`, which
/// call the file `name`.
struct ReceivedFile {
  const form::FormDefinition& form;
  Grid& grid;
  std::string name;
  Findings& findings;
  const PlausibleLimits* plausible = nullptr;  // nullptr: nothing is doubted
  calendar::Date received = {};                // only to judge what is plausible
  LocalText foot = {};                         // what a blank of the report prints at the foot of its pages
  ProgramSheets written = {};                  // by which its own sheets are known
  const TableWords* words = nullptr;           // nullptr: every row of the table is an entry
};

}  // namespace esep::report
