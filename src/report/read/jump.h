// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/decimal.h"
#include "form/value_spec.h"

namespace esep::report {

/// From how many times on a number is doubted beside that of the report before, if the larger of both is at least
/// `least`. 0: never.
struct JumpLimit {
  int64_t times = 0;
  int64_t least = 0;
};

/// What changes hardly so much from one report to the next ([before] of data/plausible.toml).
struct JumpLimits {
  JumpLimit money;                           // columns and fields of type money and decimal
  std::map<std::string, JumpLimit> columns;  // others by id, of every form
};

/// Whether values of the column are compared at all.
[[nodiscard]] bool is_compared(const JumpLimits& limits, const form::ValueSpec& spec);

/// How many times the one is the other, rounded down, where that is doubted. nullopt: it is not, or one of them is
/// blank, zero or below zero.
[[nodiscard]] std::optional<int64_t> jump(const JumpLimits& limits, const form::ValueSpec& spec,
                                          const form::Value& before, const form::Value& now);

/// So many times differ tenge and thousands of tenge.
[[nodiscard]] bool is_about_thousand(int64_t times);

}  // namespace esep::report
