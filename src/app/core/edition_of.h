// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

/// The edition of a form for a report: in force on the last day of its period, or on the day of the event that calls
/// for it. Where that is not known, of `day`; without a day the newest. Error FORM-UNKNOWN, FORM-NOT-IN-FORCE.
[[nodiscard]] const form::FormDefinition& edition_of(Engine& engine, const report::ReportKey& key,
                                                     const std::optional<calendar::Date>& day);

/// Whether the form's file is one of the workspace, not one that comes with the program.
[[nodiscard]] bool is_of_workspace(const Engine& engine, const form::FormDefinition& form);

}  // namespace esep::app
