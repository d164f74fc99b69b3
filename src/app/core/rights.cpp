// SPDX-License-Identifier: MIT
#include "app/core/rights.h"

#include "base/text.h"
#include "datafile/data_invalid.h"

namespace esep::app {

report::Workflow load_workflow(Engine& engine) {
  Diagnostics diagnostics;
  auto out = report::read_workflow(engine.library().get("data/workflow.toml"), diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  std::vector<std::string> known;
  for (const auto& role : out.roles) known.push_back(role.id);
  if (!engine.settings().users) return out;
  for (const auto& [user, roles] : *engine.settings().users) {
    for (const std::string& role : roles) {
      if (out.role(role) != nullptr) continue;
      throw Error(Message("WORKFLOW-USER-ROLE", {{"user", user}, {"role", role}, {"known", join(known, ", ")}}));
    }
  }
  return out;
}

void require_right(Engine& engine, report::RegisterAction action, const registry::Actor& actor) {
  if (auto message = report::right_refusal(load_workflow(engine), engine.settings().users, action, actor.user))
    throw registry::StepRefused(std::move(*message), "STEP-HINT");
}

SubmitRight::SubmitRight(Engine& engine)
    : engine_(engine), workflow_(load_workflow(engine)), book_(engine.registry(), workflow_, engine.settings().users) {}

void SubmitRight::require(const report::ReportKey& key, const registry::Actor& actor) const {
  book_.require_submit(key, actor);
  if (engine_.registry().is_locked(key.form, key.period))
    throw registry::StepRefused(Message("LOCKED", {{"period", key.period}}));
}

}  // namespace esep::app
