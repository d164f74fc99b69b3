// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/standings.h"
#include "text/report_json.h"

namespace esep::app {

/// A submission from the register with its findings, as they were given then, and its signature
/// files, and how it stands today.
[[nodiscard]] text::SubmissionView submission_view(Engine& engine, Standings& standings, report::Submission submission);

}  // namespace esep::app
