// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "queue/state.h"

namespace esep::queue {

/// The state as lines (docs/queues.md, "Text of a state"), for digests and for comparison with another program.
[[nodiscard]] std::string state_text(const State& state);

}  // namespace esep::queue
