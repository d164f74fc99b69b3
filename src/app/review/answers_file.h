// SPDX-License-Identifier: MIT
#pragma once

#include "app/review/questionnaire.h"

namespace esep::app {

/// A TOML file to fill in: every item with its question, answers commented out.
[[nodiscard]] std::string answers_template(const report::Checklist& checklist, Lang lang);

/// The answers that a file gives: a workbook, recognised by its bytes, or TOML, of 4 MB at most. Error DATA-INVALID
/// with all that is wrong in a TOML file; what is wrong in a workbook is among the findings.
[[nodiscard]] Questionnaire read_answers_file(Engine& engine, const report::Checklist& checklist,
                                              const std::string& file);

}  // namespace esep::app
