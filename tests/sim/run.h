// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/office.h"

namespace esep::sim {

inline constexpr int kStepsAYear = 300;
inline constexpr int kYears = kLastYear - kFirstYear + 1;
inline constexpr int kSteps = kStepsAYear * kYears;  // of one office

/// Which steps of an office's life are lived: all, or those of a list. Each step has its own chance from the seed, so
/// that a step means the same when others are left out.
struct Plan {
  uint64_t seed = 1;
  std::vector<int> steps;  // from 1
  bool faults = true;
  std::function<void(Office&)> liar;

  [[nodiscard]] static Plan whole(uint64_t seed);
};

struct Life {
  std::optional<std::string> wrong;
  int last_step = 0;
  std::map<std::string, int64_t> answered;
  std::map<std::string, int64_t> refused;
  int64_t faults = 0;
  int64_t power_cuts = 0;
  int64_t between = 0;
};

[[nodiscard]] Life live(const Plan& plan);
/// The least steps with which it still goes wrong in some way, as delta debugging finds them in so many lives.
[[nodiscard]] Plan shrunk(Plan plan, int last_step, int lives);
/// "3,17-40", and back.
[[nodiscard]] std::string steps_text(const std::vector<int>& steps);
[[nodiscard]] std::vector<int> steps_from(const std::string& text);

}  // namespace esep::sim
