// SPDX-License-Identifier: MIT
#pragma once

#include "app/receive/checker.h"
#include "cli/session.h"

namespace esep::cli {

/// --form --org --subject --period --stage --occurrence --received --incoming, as check and submit take them.
[[nodiscard]] std::vector<Option> incoming_options();
[[nodiscard]] app::Incoming incoming(Session& session);

/// The files that are named, each once: what is named twice is one file, and one line says so.
[[nodiscard]] std::vector<std::string> files_named(Session& session);

/// Says that options can name what a table or JSON file does not, if a finding is about that; a workbook is an agency's
/// and names the report itself. Findings tell of no options, because agencies without the program read them.
void tell_of_options(Session& session, const report::Findings& findings);

/// The id of the stage that --stage names by id or title; empty: none. `form` may be empty.
[[nodiscard]] std::string stage_option(Session& session, const std::string& form);
/// The report on `form` that --stage --org --subject --period --occurrence name.
[[nodiscard]] report::ReportKey report_key(Session& session, const std::string& form);

}  // namespace esep::cli
