// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "text/report_json.h"

namespace esep::app {

/// A submission with what the register holds of it: its findings, as they were told then, and the signature files
/// beside it.
[[nodiscard]] text::SubmissionView submission_view(Engine& engine, report::Submission submission);

}  // namespace esep::app
