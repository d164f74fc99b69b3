// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

/// The rows a blank comes with: those of the form's source; with `from_previous` also what the report before said,
/// by the rows' key where there is one. Error BLANK-NO-PREVIOUS.
[[nodiscard]] std::vector<std::vector<form::Value>> blank_rows(Engine& engine, const form::FormDefinition& form,
                                                               const report::ReportKey& key, Lang lang,
                                                               bool from_previous);

}  // namespace esep::app
