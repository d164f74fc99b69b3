// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/office.h"

namespace esep::sim {

/// A fault that a test puts into the program, its data or its disk from outside, to see whether the model finds it.
struct Planted {
  std::string name;
  std::function<void(Office&)> plant;
  bool power_cuts = false;  // it shows only when the power goes
};

[[nodiscard]] const std::vector<Planted>& planted_faults();
/// Plants each in an office of its own. Returns the names of those that nobody found.
[[nodiscard]] std::vector<std::string> unfound_faults();

}  // namespace esep::sim
