// SPDX-License-Identifier: MIT
#include "report/event.h"

#include <map>
#include <utility>

namespace esep::report {

std::vector<Event> events_in_force(const std::vector<Event>& recorded) {
  std::map<std::pair<std::string, ReportKey>, size_t> last;
  const auto name = [](const Event& event) { return std::make_pair(event.event, event.key); };
  for (size_t i = 0; i < recorded.size(); ++i) last[name(recorded[i])] = i;
  std::vector<Event> out;
  for (size_t i = 0; i < recorded.size(); ++i) {
    if (last[name(recorded[i])] == i && !recorded[i].withdrawn) out.push_back(recorded[i]);
  }
  return out;
}

}  // namespace esep::report
