// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "registry/doctor/doctor.h"

namespace esep::app {

/// `registry::examine` for the workspace's register. A file that cannot be opened as a register is damage
/// too.
[[nodiscard]] registry::Examination examine_workspace(Engine& engine);

/// Checks that the chain still has a receipt's head, and so everything before it. `receipt` is the head itself
/// (64 hexadecimal digits) or a file that holds it: the output of `submit --json` or `show --json`, or a receipt
/// as JSON or HTML. Error RECEIPT-UNREADABLE for other files. Adds to `damage`; returns sentences about intact
/// heads.
[[nodiscard]] std::vector<Message> examine_receipt(Engine& engine, const std::string& receipt,
                                                   std::vector<registry::Damage>& damage);

}  // namespace esep::app
