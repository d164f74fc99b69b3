// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace esep::sqlite {

/// What the runs of a connection's statements may take. A run begins with the first step, or the first one after a
/// reset. Steps do not depend on the computer, and time does: an instruction may be a search in a long text. So steps
/// decide what is right, and time only ends what nobody would wait for. Time is the processor's: on a busy computer
/// nothing ends sooner than on an idle one.
struct RunLimit {
  /// Time that never goes back; from any beginning.
  using Clock = std::function<std::chrono::nanoseconds()>;

  int64_t steps = 0;                   // instructions of SQLite's virtual machine, for one run; 0: any number
  std::chrono::nanoseconds time = {};  // for one run, without what the caller does between its steps; 0: any
  std::chrono::nanoseconds all = {};   // for all runs together, from the setting of the limit on; 0: any
  Clock clock = {};                    // empty: the processor time of the thread
};

}  // namespace esep::sqlite
