// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/core/register_file.h"

namespace esep::app {

/// Checks the rows of a file against other registers and against each other (look_alikes.h, days_beyond.h). Errors:
/// SUBJECT-UNKNOWN, ORGANISATION-UNKNOWN, IMPORT-REFERENCE (no register has the row), IMPORT-REFERENCE-OTHER (two
/// columns name rows that do not belong together), IMPORT-KEY-TAKEN (a related register already has the key),
/// PROPOSAL-NOT-APPROVED, PROPOSAL-EARLY, ANSWER-EARLY, VERDICT-FUTURE and PROPOSAL-DAY-FUTURE (a day after `today`).
/// Warnings about new rows: VERDICT-LATE, PROPOSAL-BOTH-TERMS. If every cell could be read, the register's own checks
/// run on the result of the import; what they say of a row that the file does not name is IMPORT-OTHER-ROW, under their
/// own code, in the place of the register. `findings`: those of reading the file.
void check_register(Engine& engine, const form::RegisterDefinition& definition, const RegisterFile& file,
                    calendar::Date today, report::Findings& findings);

}  // namespace esep::app
