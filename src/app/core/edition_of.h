// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

/// The edition of a report that an event calls for: in force on the day of its event, where that is known; else on
/// `received`, else the last. Error FORM-UNKNOWN, FORM-NOT-IN-FORCE.
[[nodiscard]] const form::FormDefinition& event_edition(Engine& engine, const report::ReportKey& key,
                                                        const std::optional<calendar::Date>& received);

}  // namespace esep::app
