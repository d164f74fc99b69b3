// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "app/core/engine.h"

/// Does what a person asks for exist at all? An answer to a mistyped key would be «nothing», as if all were well.
namespace esep::app {

/// Whatever the filter names must be there. Error FORM-UNKNOWN, ORGANISATION-UNKNOWN, SUBJECT-UNKNOWN,
/// SUBJECT-OF-OTHER, and (usage) SUBJECT-NOT-ASKED, STAGE-NONE, STAGE-UNKNOWN, PERIOD-KIND-…; where something alike is
/// there, the hint names it. Without a workspace nobody knows the subjects, and of a form without periods any is asked.
void require_known(Engine& engine, const report::DutyFilter& filter);
/// The same of a key; what it leaves out is any.
void require_known(Engine& engine, const report::ReportKey& key);
/// The id of the stage that a text names, by its id or by the title that lists and blanks show; the text itself where
/// it names none. `form` may be empty.
[[nodiscard]] std::string stage_meant(Engine& engine, const std::string& form, const std::string& typed);
/// The same of a register, or a roadmap, that `register` lists. Error REGISTER-UNKNOWN.
[[nodiscard]] std::string require_listed_register(Engine& engine, const std::string& typed);
/// Of registers alone, and without an error.
[[nodiscard]] std::string register_meant(Engine& engine, const std::string& typed);
/// Ids of the stages that a form or an obligation has.
[[nodiscard]] std::vector<std::string> known_stages(Engine& engine);
/// Error ORGANISATION-UNKNOWN, with the one that was probably meant.
void require_known_organisation(Engine& engine, const std::string& organisation);
/// SUBJECT-UNKNOWN or ORGANISATION-UNKNOWN of a finding, with the row of the register that was probably meant.
[[nodiscard]] Message with_meant(Engine& engine, const std::string& register_id, const std::string& key,
                                 Message message);
/// The same among the keys of a register's rows: a code of the same look, one misspelt, a name in place of the code.
[[nodiscard]] Message did_you_mean_row(Engine& engine, const std::string& register_id, const std::string& key);

}  // namespace esep::app
