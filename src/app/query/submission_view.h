// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "text/report_json.h"

namespace esep::app {

/// A submission from the register with its findings, as they were given then, and its signature
/// files.
[[nodiscard]] text::SubmissionView submission_view(Engine& engine, report::Submission submission);

}  // namespace esep::app
