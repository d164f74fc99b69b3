// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "app/core/engine.h"

namespace esep::app {

/// When and why a report was taken back, and by whom.
struct Withdrawal {
  calendar::Date on;
  std::string reason;
  std::string user;
};
/// As the history has it; nullopt: the submission is not withdrawn.
[[nodiscard]] std::optional<Withdrawal> withdrawal_of(Engine& engine, const report::Submission& submission);

/// Why a paper must not be taken for that of a report in force: PAPER-WITHDRAWN, PAPER-RETURNED, PAPER-REPLACED,
/// PAPER-SUPERSEDED; empty: it is one.
[[nodiscard]] Message standing_message(Engine& engine, const report::Submission& submission);

}  // namespace esep::app
