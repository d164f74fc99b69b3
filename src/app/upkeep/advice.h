// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "registry/doctor/doctor.h"

namespace esep::app {

/// What a person does next about a damage. docs/recovery.md tells it at length.
[[nodiscard]] Message advice_about(const registry::Damage& damage);
/// One sentence for each kind of damage, in the order in which the kinds come.
[[nodiscard]] std::vector<Message> advice_about(const std::vector<registry::Damage>& damage);

}  // namespace esep::app
