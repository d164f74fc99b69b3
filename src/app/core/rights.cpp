// SPDX-License-Identifier: MIT
#include "app/core/rights.h"

#include "app/core/known_keys.h"
#include "app/core/titles.h"
#include "base/text.h"
#include "base/titled_list.h"

namespace esep::app {
namespace {

report::Workflow workflow_of(Engine& engine) {
  const report::Workflow& out = engine.workflow();
  std::vector<Titled> known;
  for (const auto& role : out.roles) known.push_back({role.id, role.title});
  if (!engine.users()) return out;
  for (const auto& [user, rights] : *engine.users()) {
    for (const std::string& role : rights.roles) {
      if (out.role(role) != nullptr) continue;
      throw Error(Message("WORKFLOW-USER-ROLE", {{"user", user}, {"role", role}, {"known", titled_list(known)}}));
    }
  }
  return out;
}

// The users and the bodies that esep.toml gives them and the register does not know.
std::vector<std::pair<std::string, std::string>> unknown_bodies(Engine& engine) {
  std::vector<std::pair<std::string, std::string>> out;
  if (!engine.users() || !engine.has_workspace()) return out;
  const std::string& organisations = engine.catalog().organisations().id;
  for (const auto& [user, rights] : *engine.users()) {
    if (!rights.bodies) continue;
    for (const std::string& body : *rights.bodies) {
      if (engine.row(organisations, body) == nullptr) out.emplace_back(user, body);
    }
  }
  return out;
}

void require_known_bodies(Engine& engine) {
  const auto unknown = unknown_bodies(engine);
  if (unknown.empty()) return;
  const auto& [user, body] = unknown.front();
  throw Error(Message("WORKFLOW-USER-BODY", {{"user", user}, {"body", body}}),
              did_you_mean_row(engine, engine.catalog().organisations().id, body));
}

void refuse_if(std::optional<Message> reason) {
  if (reason) throw registry::StepRefused(std::move(*reason), "STEP-HINT-RIGHT");
}

void refuse_body_if(Engine& engine, std::optional<Message> reason) {
  if (reason) refuse_if(with_body_titles(engine, std::move(*reason)));
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
  require_in(load_workflow(engine), engine.users(), action, actor);
}

void require_right(Engine& engine, report::RegisterAction action, const registry::Actor& actor,
                   const std::string& organisation) {
  require_right(engine, action, actor);
  require_body(engine, actor, organisation);
}

void require_body(Engine& engine, const registry::Actor& actor, const std::string& organisation) {
  refuse_body_if(engine, report::body_refusal(engine.users(), actor.user, organisation));
}

void require_right_for_all(Engine& engine, report::RegisterAction action, const registry::Actor& actor) {
  require_right(engine, action, actor);
  require_every_body(engine, actor);
}

void require_every_body(Engine& engine, const registry::Actor& actor) {
  refuse_body_if(engine, report::every_body_refusal(engine.users(), actor.user));
}

void require_restore(Engine& engine, const registry::Actor& actor) {
  const auto& users = engine.users();
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
  if (engine.users()) {
    for (const auto& [user, rights] : *engine.users()) {
      if (rights.is_list) names.push_back(user);
    }
  }
  std::vector<Message> out;
  if (!names.empty()) out.push_back(Message("DOCTOR-USERS-ALL", {{"users", join(names, ", ")}}));
  for (const auto& [user, body] : unknown_bodies(engine))
    out.push_back(Message("WORKFLOW-USER-BODY", {{"user", user}, {"body", body}}));
  return out;
}

Message locked_message(Engine& engine, Message::Value period) {
  const report::Workflow& workflow = engine.workflow();
  return Message("LOCKED",
                 {{"period", std::move(period)},
                  {"roles", report::role_titles(workflow, workflow.right(report::RegisterAction::unlock).roles)}});
}

SubmitRight::SubmitRight(Engine& engine)
    : engine_(engine),
      workflow_(load_workflow(engine)),
      book_(engine.registry(), workflow_, engine.users(),
            [&engine](Message refusal) { return with_body_titles(engine, std::move(refusal)); }) {}

void SubmitRight::require(const report::ReportKey& key, const registry::Actor& actor) const {
  book_.require_submit(key, actor);
  if (engine_.registry().is_locked(key.form, key.period))
    throw registry::StepRefused(locked_message(engine_, period_title(key.period)));
}

}  // namespace esep::app
