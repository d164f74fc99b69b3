// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/submission.h"

/// What is said about the timeliness of a registered file, on receipts, papers and in lists.
namespace esep::app {

/// The source sets no term for the report (`due = { none = true }`).
[[nodiscard]] bool has_no_term(Engine& engine, const report::Submission& submission);

/// The submission's own verdict: its timeliness, that no term is set, that the duty is not done yet, or, of a rejected
/// file, that the report is not considered submitted and by when it is due.
[[nodiscard]] Message verdict_message(Engine& engine, const report::Submission& submission);

/// The same in one word of docs/json.md: "on_time" … or "no_term"; empty: the file is not accepted.
[[nodiscard]] std::string timeliness_word(Engine& engine, const report::Submission& submission);

}  // namespace esep::app
