// SPDX-License-Identifier: MIT
#pragma once

#include "sim/office.h"

namespace esep::sim {

/// Reads the register's tables by SQL of its own and compares them with the model. Throws Wrong with the first
/// difference.
void compare(Office& office);
/// What `status` says of one month.
void compare_status(Office& office, const std::string& month);
/// `doctor` finds nothing, and each receipt that somebody holds stands in the history at its place.
void examine(Office& office);

}  // namespace esep::sim
