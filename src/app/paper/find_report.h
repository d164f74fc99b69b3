// SPDX-License-Identifier: MIT
#pragma once

#include "app/paper/compose_report.h"

namespace esep::app {

/// The report that is printed for a key: the revision in force, or, of a report that the register forms itself, the one
/// that `form_report` forms now. Error FORM-UNKNOWN, RENDER-NOTHING (no report in force), CLI-MISSING-OPTION (usage: no
/// organisation), those of `require_stage_and_subject` and of `form_report`.
[[nodiscard]] FormedReport find_report(Engine& engine, const report::ReportKey& key, const registry::Actor& actor);

}  // namespace esep::app
