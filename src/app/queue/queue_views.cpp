// SPDX-License-Identifier: MIT
#include "app/queue/queue_views.h"

#include "queue_store/store.h"

namespace esep::app {

text::PositionView position_view(const QueueWorld& world, const queue::Application& application) {
  const size_t index = world.state().application_at.at(application.id);
  text::PositionView out{application.id, application.circle, application.state,
                         queue::standing_of(world.state(), index)};
  if (out.standing) out.standing = queue::without_names(*out.standing, world.policy_of_circle(application.circle));
  return out;
}

std::vector<text::PositionView> circle_list(const QueueWorld& world, const std::string& circle) {
  const auto at = world.state().circles.find(circle);
  if (at == world.state().circles.end()) throw Error(Message("QUEUE-CIRCLE", {{"circle", circle}}));
  std::vector<text::PositionView> out;
  for (const auto& [key, index] : at->second.waiting)
    out.push_back(position_view(world, world.state().applications[index]));
  return out;
}

std::vector<text::PositionView> public_list(Engine& engine, const QueueWorld& world, const std::string& circle) {
  auto out = circle_list(world, circle);
  if (out.empty()) return out;
  const queue_store::Store store(queue_file(engine), false);
  for (text::PositionView& one : out) {
    const auto person = store.person(one.application);
    one.application = person ? person->number : std::string();
  }
  return out;
}

std::vector<text::VoucherView> voucher_list(const queue::State& state, std::optional<queue::VoucherState> only) {
  std::vector<text::VoucherView> out;
  for (const queue::Voucher& one : state.vouchers) {
    if (!only || one.state == *only) out.push_back({one, state.applications[one.application].id});
  }
  return out;
}

text::RunView run_view(const QueueWorld& world, const queue::Run& run) {
  const queue::Policy& policy = world.policies.in_force(run.queue, run.day);
  text::RunView out{run, policy.edition, calendar::Instant::at(run.day, policy.run_minute), {}};
  for (const queue::Voucher& one : world.state().vouchers) {
    const bool of_run = one.issued == run.day && world.state().circles.at(one.circle).facts.queue == run.queue;
    if (of_run) out.vouchers.push_back({one, world.state().applications[one.application].id});
  }
  return out;
}

std::vector<text::RunView> run_list(const QueueWorld& world) {
  std::vector<text::RunView> out;
  for (const queue::Run& run : world.state().runs) out.push_back(run_view(world, run));
  return out;
}

}  // namespace esep::app
