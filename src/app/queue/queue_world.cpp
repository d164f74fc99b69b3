// SPDX-License-Identifier: MIT
#include "app/queue/queue_world.h"

#include "datafile/data_invalid.h"
#include "queue_store/store.h"

namespace esep::app {

queue::PolicyBook queue_policies(Engine& engine) {
  queue::PolicyBook out;
  Diagnostics diagnostics;
  for (const std::string& path : engine.library().list("data/queues/", ".toml"))
    out.add(queue::read_policy(engine.library().get(path), diagnostics));
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

QueueWorld::QueueWorld(Engine& engine) : policies(queue_policies(engine)), fold(policies, engine.calendar()) {}

const queue::Policy& QueueWorld::policy_of_circle(const std::string& circle) const {
  const calendar::Date day = last ? last->date() : calendar::Date();
  return policies.in_force(state().circles.at(circle).facts.queue, day);
}

std::filesystem::path queue_file(const Engine& engine) { return engine.workspace() / "queue.db"; }

std::vector<queue::Event> queue_events(Engine& engine) {
  engine.open_register();
  if (!std::filesystem::exists(queue_file(engine))) return {};
  return queue_store::Store(queue_file(engine), false).events();
}

std::unique_ptr<QueueWorld> read_queue(Engine& engine, std::optional<calendar::Instant> at) {
  auto out = std::make_unique<QueueWorld>(engine);
  const auto events = queue_events(engine);
  if (at && (events.empty() || *at < events.front().at))
    throw Error(Message("QUEUE-BEFORE", {{"at", at->local_iso()}}));
  for (const queue::Event& event : events) {
    if (at && *at < event.at) break;
    out->fold.take(event);
    out->last = event.at;
  }
  if (at) out->fold.pass_time(*at);
  if (at) out->last = at;
  return out;
}

const queue::Application& require_application(const queue::State& state, const std::string& id) {
  const auto at = state.application_at.find(id);
  if (at == state.application_at.end()) throw Error(Message("QUEUE-APPLICATION", {{"application", id}}));
  return state.applications[at->second];
}

const queue::Voucher& require_voucher(const queue::State& state, const std::string& id) {
  const auto at = state.voucher_at.find(id);
  if (at == state.voucher_at.end()) throw Error(Message("QUEUE-VOUCHER", {{"voucher", id}}));
  return state.vouchers[at->second];
}

}  // namespace esep::app
