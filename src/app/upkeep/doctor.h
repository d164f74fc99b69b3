// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "registry/doctor/doctor.h"

namespace esep::app {

/// `registry::examine` of the workspace's register; a file that cannot even be opened as one is damage too, as long as
/// it is there.
[[nodiscard]] registry::Examination examine_workspace(Engine& engine);

/// What a receipt proves: that its head of the chain, and with it everything before, is still there. `receipt` is the
/// head itself (64 hexadecimal digits) or a file that holds it: what `submit --json` or `show --json` printed, a
/// receipt as JSON or HTML. Others cannot be read: Error RECEIPT-UNREADABLE. Adds to `damage`; returns what was found
/// in order.
[[nodiscard]] std::vector<Message> examine_receipt(Engine& engine, const std::string& receipt,
                                                   std::vector<registry::Damage>& damage);

}  // namespace esep::app
