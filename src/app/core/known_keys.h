// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "app/core/engine.h"

/// Does what a person asks for exist at all? An answer to a mistyped key would be «nothing», as if all were well.
namespace esep::app {

/// Whatever the filter names must be there. Error FORM-UNKNOWN, ORGANISATION-UNKNOWN, SUBJECT-UNKNOWN,
/// SUBJECT-OF-OTHER, and (usage) SUBJECT-NOT-ASKED, STAGE-NONE, STAGE-UNKNOWN, PERIOD-KIND-…; where something alike is
/// there, the hint names it. Without a workspace nobody knows the subjects, and of a form without periods any is asked.
void require_known(Engine& engine, const report::DutyFilter& filter);
/// The same of a key; what it leaves out is any.
void require_known(Engine& engine, const report::ReportKey& key);
/// Error ORGANISATION-UNKNOWN, with the one that was probably meant.
void require_known_organisation(Engine& engine, const std::string& organisation);
/// SUBJECT-UNKNOWN or ORGANISATION-UNKNOWN of a finding, with the row of the register that was probably meant.
[[nodiscard]] Message with_meant(Engine& engine, const std::string& register_id, const std::string& key,
                                 Message message);
/// The same among the keys of a register's rows: a code of the same look, one misspelt, a name in place of the code.
[[nodiscard]] Message did_you_mean_row(Engine& engine, const std::string& register_id, const std::string& key);

}  // namespace esep::app
