// SPDX-License-Identifier: MIT
#include "app/upkeep/doctor.h"

#include "app/queue/replay.h"
#include "base/error.h"

namespace esep::app {
namespace {

// The log of the queue belongs to the workspace as the register does.
void add_queue_damage(Engine& engine, registry::Examination& out) {
  try {
    for (const auto& finding : replay_queue(engine, std::nullopt).findings)
      out.damage.push_back({"queue", "", finding.message});
  } catch (const Error& error) {
    out.damage.push_back({"queue", "", error.message()});
  }
}

}  // namespace

registry::Examination examine_workspace(Engine& engine) {
  try {
    registry::Examination out = registry::examine(engine.registry());
    add_queue_damage(engine, out);
    return out;
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
