// SPDX-License-Identifier: MIT
#include "app/upkeep/doctor.h"

#include "base/error.h"

namespace esep::app {

registry::Examination examine_workspace(Engine& engine) {
  try {
    return registry::examine(engine.registry());
  } catch (const Error& error) {
    const std::string& key = error.message().key;
    if (key != "SQLITE-CORRUPT" && key != "SQLITE-ERROR" && key != "REGISTRY-FOREIGN") throw;
    registry::Examination out;
    out.damage.push_back({"database", "", error.message()});
    return out;
  }
}

std::vector<Message> step_back_messages(const std::vector<registry::StepBack>& steps, size_t limit) {
  const auto shown = [](const std::string& day) {
    const auto date = calendar::Date::parse_iso(day);
    return date ? date->dotted() : day;
  };
  std::vector<Message> out;
  for (size_t i = 0; i < steps.size() && i < limit; ++i) {
    const registry::StepBack& one = steps[i];
    out.push_back(Message(
        one.of_clock ? "DOCTOR-CLOCK-BACK" : "DOCTOR-DAY-BACK",
        {{"seq", std::to_string(one.seq)}, {"user", one.user}, {"from", shown(one.from)}, {"to", shown(one.to)}}));
  }
  if (steps.size() > limit)
    out.push_back(Message("DOCTOR-STEPS-MORE", {{"count", std::to_string(steps.size() - limit)}}));
  return out;
}

}  // namespace esep::app
