// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "app/core/engine.h"

namespace esep::app {

/// What a paper of a report does not say although it is genuine: since it was handed in, the verdict on the report has
/// become another one (with the day on which the event was recorded that moved the term), or nobody owes the report any
/// more. Empty: neither. One that was rejected or withdrawn has no verdict that could change.
[[nodiscard]] std::vector<Message> verdict_since(Engine& engine, const report::Submission& submission);

}  // namespace esep::app
