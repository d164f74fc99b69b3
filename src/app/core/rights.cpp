// SPDX-License-Identifier: MIT
#include "app/core/rights.h"

#include "app/core/known_keys.h"
#include "base/text.h"

namespace esep::app {
namespace {

report::Workflow workflow_of(Engine& engine) {
  const report::Workflow& out = engine.workflow();
  std::vector<std::string> known;
  for (const auto& role : out.roles) known.push_back(role.id);
  if (!engine.settings().users) return out;
  for (const auto& [user, rights] : *engine.settings().users) {
    for (const std::string& role : rights.roles) {
      if (out.role(role) != nullptr) continue;
      throw Error(Message("WORKFLOW-USER-ROLE", {{"user", user}, {"role", role}, {"known", join(known, ", ")}}));
    }
  }
  return out;
}

void require_known_bodies(Engine& engine) {
  if (!engine.settings().users || !engine.has_workspace()) return;
  const std::string& organisations = engine.catalog().organisations().id;
  for (const auto& [user, rights] : *engine.settings().users) {
    if (!rights.bodies) continue;
    for (const std::string& body : *rights.bodies) {
      if (engine.row(organisations, body) != nullptr) continue;
      std::vector<std::string> known;
      for (const auto& row : engine.rows(organisations)) known.push_back(row.key);
      throw Error(Message("WORKFLOW-USER-BODY", {{"user", user}, {"body", body}}), did_you_mean(body, known));
    }
  }
}

void refuse_if(std::optional<Message> reason) {
  if (reason) throw registry::StepRefused(std::move(*reason), "STEP-HINT");
}

// The right, and the day under which it is used.
void require_in(const report::Workflow& workflow, const report::Users& users, report::RegisterAction action,
                const registry::Actor& actor) {
  refuse_if(report::right_refusal(workflow, users, action, actor.user));
  refuse_if(report::day_refusal(workflow, users, actor.user, actor.at.date, actor.clock));
}

}  // namespace

report::Workflow load_workflow(Engine& engine) {
  auto out = workflow_of(engine);
  require_known_bodies(engine);
  return out;
}

void require_right(Engine& engine, report::RegisterAction action, const registry::Actor& actor) {
  require_in(load_workflow(engine), engine.settings().users, action, actor);
}

void require_right(Engine& engine, report::RegisterAction action, const registry::Actor& actor,
                   const std::string& organisation) {
  require_right(engine, action, actor);
  require_body(engine, actor, organisation);
}

void require_body(Engine& engine, const registry::Actor& actor, const std::string& organisation) {
  refuse_if(report::body_refusal(engine.settings().users, actor.user, organisation));
}

void require_right_for_all(Engine& engine, report::RegisterAction action, const registry::Actor& actor) {
  require_right(engine, action, actor);
  refuse_if(report::every_body_refusal(engine.settings().users, actor.user));
}

void require_restore(Engine& engine, const registry::Actor& actor) {
  const auto& users = engine.settings().users;
  require_in(workflow_of(engine), users, report::RegisterAction::restore, actor);
  refuse_if(report::every_body_refusal(users, actor.user));
}

std::string organisation_of_row(Engine& engine, const form::RegisterDefinition& definition,
                                const report::RegisterRow& row) {
  using form::RegisterRole;
  if (definition.is_organisations) return row.key;
  if (definition.by_role(RegisterRole::organisation) != nullptr)
    return report::row_text(definition, row, RegisterRole::organisation);
  for (const auto& column : definition.columns) {
    std::vector<std::string> registers = column.refers_to;
    if (!column.of.empty()) registers.push_back(column.of);
    const auto at = row.values.find(column.id);
    for (const std::string& id : registers) {
      const auto* owner = at == row.values.end() ? nullptr : engine.row(id, form::canonical_text(at->second));
      if (owner != nullptr && id != definition.id)
        return organisation_of_row(engine, engine.catalog().register_by_id(id), *owner);
    }
  }
  return {};
}

std::vector<Message> user_remarks(Engine& engine) {
  std::vector<std::string> names;
  if (engine.settings().users) {
    for (const auto& [user, rights] : *engine.settings().users) {
      if (rights.is_list) names.push_back(user);
    }
  }
  if (names.empty()) return {};
  return {Message("DOCTOR-USERS-ALL", {{"users", join(names, ", ")}})};
}

SubmitRight::SubmitRight(Engine& engine)
    : engine_(engine), workflow_(load_workflow(engine)), book_(engine.registry(), workflow_, engine.settings().users) {}

void SubmitRight::require(const report::ReportKey& key, const registry::Actor& actor) const {
  book_.require_submit(key, actor);
  if (engine_.registry().is_locked(key.form, key.period))
    throw registry::StepRefused(Message("LOCKED", {{"period", key.period}}));
}

}  // namespace esep::app
