// SPDX-License-Identifier: MIT
#pragma once

#include "app/engine.h"

namespace esep::app {

/// The accepted report that rules compare with: of the period before or, where the form says `previous = "stage"`, of
/// the occurrence or stage before.
[[nodiscard]] std::optional<report::Submission> previous_report(Engine& engine, const form::FormDefinition& form,
                                                                const report::ReportKey& key);

}  // namespace esep::app
