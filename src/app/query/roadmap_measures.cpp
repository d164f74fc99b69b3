// SPDX-License-Identifier: MIT
#include "app/query/roadmap_measures.h"

#include <algorithm>
#include <set>

#include "base/error.h"

namespace esep::app {

std::vector<const form::Measure*> roadmap_measures(const form::Roadmap& roadmap, const std::string& number,
                                                   const std::string& executor) {
  std::set<const form::Measure*> executed;
  for (const form::Execution& one : form::executions(roadmap)) {
    if (one.organisation == executor) executed.insert(one.measure);
  }
  std::vector<const form::Measure*> out;
  for (const form::Measure& measure : roadmap.measures) {
    if (!number.empty() && measure.number != number) continue;
    if (executor.empty() || executed.contains(&measure)) out.push_back(&measure);
  }
  if (out.empty() && !number.empty()) {
    const bool known = std::any_of(roadmap.measures.begin(), roadmap.measures.end(),
                                   [&](const form::Measure& measure) { return measure.number == number; });
    if (known) throw Error(Message("MEASURE-OF-ANOTHER", {{"number", number}, {"organisation", executor}}));
    throw Error(Message("MEASURE-UNKNOWN", {{"number", number}, {"roadmap", roadmap.title}}));
  }
  return out;
}

}  // namespace esep::app
