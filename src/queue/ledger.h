// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>

#include "queue/book.h"
#include "queue/policy.h"

namespace esep::queue {

/// Where an application stands and how its number came about. It adds up:
/// ahead_when_applied + all `changes` = position − 1.
struct Standing {
  int position = 0;  // from 1
  int ahead_when_applied = 0;
  int still_ahead = 0;                            // of those, who have never left since; it never rises
  int came_back = 0;                              // of those, who left and stand ahead again
  std::array<int, kCauseNames.size()> changes{};  // by Cause; who left counts negative

  [[nodiscard]] int change(Cause cause) const { return changes[static_cast<size_t>(cause)]; }
};

/// nullopt: the application does not wait.
[[nodiscard]] std::optional<Standing> standing_of(const Book& book, size_t application);

/// The same for the public: what the policy leaves unnamed is one sum, `other`, whatever the counts are.
[[nodiscard]] Standing without_names(Standing standing, const Policy& policy);

}  // namespace esep::queue
