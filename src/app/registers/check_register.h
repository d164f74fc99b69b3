// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/core/register_file.h"

namespace esep::app {

/// What the rows of a file owe to other registers. Errors: SUBJECT-UNKNOWN, ORGANISATION-UNKNOWN, IMPORT-REFERENCE (a
/// row that is named nowhere), IMPORT-REFERENCE-OTHER (two columns name rows that do not belong together),
/// IMPORT-KEY-TAKEN (the key of a row in a register beside which this one is named), PROPOSAL-NOT-APPROVED,
/// PROPOSAL-EARLY, ANSWER-EARLY. Warnings on what is new: VERDICT-LATE, PROPOSAL-BOTH-TERMS. When all that is right,
/// the register's own checks on what it would hold.
void check_register(Engine& engine, const form::RegisterDefinition& definition, const RegisterFile& file,
                    report::Findings& findings);

}  // namespace esep::app
