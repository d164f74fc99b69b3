// SPDX-License-Identifier: MIT
#include "queue/ledger.h"

#include <iterator>
#include <set>

namespace esep::queue {

std::optional<Standing> standing_of(const State& state, size_t index) {
  const Application& application = state.applications[index];
  if (application.state != ApplicationState::waiting) return std::nullopt;
  const Circle& circle = state.circles.at(application.circle);
  Standing out;
  out.ahead_when_applied = application.ahead_when_applied;
  out.position = 1 + static_cast<int>(std::distance(circle.waiting.begin(), circle.waiting.find(application.key)));
  std::set<size_t> moved;  // who left or arrived since; the first movement says whether it stood ahead before
  std::set<size_t> left_first;
  for (size_t i = application.first_movement; i < circle.movements.size(); ++i) {
    const Movement& movement = circle.movements[i];
    if (!(movement.key < application.key)) continue;
    out.changes[static_cast<size_t>(movement.cause)] += rises(movement.cause) ? 1 : -1;
    if (moved.insert(movement.application).second && !rises(movement.cause)) left_first.insert(movement.application);
  }
  out.still_ahead = out.ahead_when_applied - static_cast<int>(left_first.size());
  for (const size_t other : left_first) {
    const Application& one = state.applications[other];
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
