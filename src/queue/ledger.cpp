// SPDX-License-Identifier: MIT
#include "queue/ledger.h"

#include <set>

namespace esep::queue {

std::optional<Standing> standing_of(const Book& book, size_t index) {
  const Application application = book.application(index);
  if (application.state != ApplicationState::waiting) return std::nullopt;
  Standing out;
  out.ahead_when_applied = application.ahead_when_applied;
  out.position = 1 + book.ahead(application.circle, application.key);
  std::set<size_t> moved;  // who left or arrived since; the first movement says whether it stood ahead before
  std::set<size_t> left_first;
  for (const Movement& movement : book.movements_from(application.circle, application.first_movement)) {
    if (!(movement.key < application.key)) continue;
    out.changes[static_cast<size_t>(movement.cause)] += rises(movement.cause) ? 1 : -1;
    if (moved.insert(movement.application).second && !rises(movement.cause)) left_first.insert(movement.application);
  }
  out.still_ahead = out.ahead_when_applied - static_cast<int>(left_first.size());
  for (const size_t other : left_first) {
    const Application one = book.application(other);
    if (one.state == ApplicationState::waiting && one.key < application.key) ++out.came_back;
  }
  return out;
}

Standing without_names(Standing standing, const Policy& policy) {
  int& other = standing.changes[static_cast<size_t>(Cause::other)];
  for (const Cause cause : policy.unnamed_causes) {
    int& change = standing.changes[static_cast<size_t>(cause)];
    other += change;
    change = 0;
  }
  return standing;
}

}  // namespace esep::queue
