// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/submission.h"

namespace esep::app {

/// The heading field whose day decides whether the duty was done in time (`done_on` of the obligation); nullptr: the
/// receipt decides.
[[nodiscard]] const form::Field* done_field(Engine& engine, const report::Submission& submission);
[[nodiscard]] const form::Field* done_field(Engine& engine, const form::Obligation& obligation,
                                            const std::string& edition = {});

/// The day that a registered report names there; nullopt: it names none, or the receipt decides.
[[nodiscard]] std::optional<calendar::Date> done_on(Engine& engine, const report::Submission& submission);

}  // namespace esep::app
