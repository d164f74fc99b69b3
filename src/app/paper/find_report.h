// SPDX-License-Identifier: MIT
#pragma once

#include "app/paper/compose_report.h"

namespace esep::app {

/// The report that is printed for a key: the revision in force, or, of a report that the register composes itself, the
/// one that `compose_report` composes now. Error FORM-UNKNOWN, RENDER-NOTHING (no report in force), CLI-MISSING-OPTION
/// (usage: no organisation), those of `require_stage_and_subject` and of `compose_report`.
[[nodiscard]] ComposedReport find_report(Engine& engine, const report::ReportKey& key, const registry::Actor& actor);

/// The report that a person names: by its number in the register, or by the code printed on a paper about it. Error
/// SUBMISSION-UNKNOWN.
[[nodiscard]] report::Submission find_named(Engine& engine, const std::string& number_or_code);

}  // namespace esep::app
