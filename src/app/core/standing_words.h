// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "app/core/engine.h"

namespace esep::app {

using report::Withdrawal;
/// As the history has it; nullopt: the submission is not withdrawn.
[[nodiscard]] std::optional<Withdrawal> withdrawal_of(Engine& engine, const report::Submission& submission);

/// What the register composed itself was never received.
[[nodiscard]] bool is_composed(Engine& engine, const report::Submission& submission);

/// Its state in words; one that was composed is not called received.
[[nodiscard]] Message state_message(Engine& engine, const report::Submission& submission);

/// REPORT-WITHDRAWN.
[[nodiscard]] Message withdrawal_message(const Withdrawal& withdrawal);

/// Why a paper must not be taken for that of a report in force: PAPER-WITHDRAWN, PAPER-RETURNED, PAPER-REPLACED,
/// PAPER-SUPERSEDED; empty: it is one.
[[nodiscard]] Message standing_message(Engine& engine, const report::Submission& submission);

}  // namespace esep::app
