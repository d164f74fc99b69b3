// SPDX-License-Identifier: MIT
#pragma once

#include "app/review/questionnaire.h"

namespace esep::app {

/// A TOML file to fill in: every item with its question, answers commented out.
[[nodiscard]] std::string answers_template(const report::Checklist& checklist, Lang lang);
/// Whether the file is such a one, filled in or not.
[[nodiscard]] bool is_answers_file(const std::filesystem::path& file);

/// The answers of a file: a workbook, recognised by its bytes, or TOML, of 4 MB at most. Error DATA-INVALID with all
/// mistakes of a TOML file; mistakes in a workbook are findings.
[[nodiscard]] Questionnaire read_answers_file(Engine& engine, const report::Checklist& checklist,
                                              const std::string& file);

}  // namespace esep::app
