// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

/// Whose report a file is, on what and for when: organisation, subject, form, period, stage, revision. What is not
/// known is left out. `revision`: 0 if it has none.
[[nodiscard]] Message report_line(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key,
                                  int revision);

}  // namespace esep::app
