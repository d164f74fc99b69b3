// SPDX-License-Identifier: MIT
#include "app/queue/deeds.h"

#include <algorithm>

#include "app/core/known_keys.h"
#include "app/core/rights.h"
#include "app/queue/circle_event.h"

namespace esep::app {
namespace {

using queue::EventKind;
using report::RegisterAction;

bool is_of_provider(EventKind kind) {
  return kind == EventKind::vacate || kind == EventKind::contract || kind == EventKind::recall;
}

// The circle that the event is about; empty: none.
std::string circle_of(const queue::State& state, const queue::Event& event) {
  switch (event.kind) {
    case EventKind::vacate:
      return event.ref;
    case EventKind::withdraw:
    case EventKind::annul:
    case EventKind::confirm:
      return require_application(state, event.ref).circle;
    case EventKind::contract:
    case EventKind::recall:
      return require_voucher(state, event.ref).circle;
    default:
      return {};
  }
}

const queue::Run* recorded_run(const queue::State& state, const std::string& queue, calendar::Date day) {
  const auto at = std::find_if(state.runs.begin(), state.runs.end(),
                               [&](const queue::Run& run) { return run.queue == queue && run.day == day; });
  return at == state.runs.end() ? nullptr : &*at;
}

bool same_run(const queue::Run& a, const queue::Run& b) {
  return a.given == b.given && a.reason == b.reason && a.input == b.input && a.output == b.output;
}

queue::Event run_event(const std::string& queue, calendar::Date day, calendar::Instant cutoff) {
  queue::Event event;
  event.at = cutoff;
  event.kind = EventKind::run;
  event.facts.queue = queue;
  event.day = day;
  return event;
}

}  // namespace

QueueAnswer record_in_queue(Engine& engine, const queue::Event& event, const registry::Actor& user) {
  const registry::Actor actor = acting_at(user, event.at);
  const auto right = is_of_provider(event.kind) ? RegisterAction::queue_provider : RegisterAction::queue;
  if (event.kind == EventKind::fund) require_known_organisation(engine, event.facts.operator_code);
  return write_queue(engine, right, actor, [&](const QueueWorld& world, queue_store::Store&) {
    std::vector<queue::Event> out;
    if (event.kind == EventKind::vacate) {
      const std::string queue = queue_meant(engine, world.policies, event.facts.queue, event.ref);
      if (auto circle = circle_event(engine, world, event.ref, queue, event.at)) out.push_back(std::move(*circle));
    }
    std::string owner = event.facts.operator_code;
    const auto circle = world.state().circles.find(circle_of(world.state(), event));
    if (circle != world.state().circles.end()) owner = circle->second.facts.operator_code;
    if (!out.empty()) owner = out.front().facts.operator_code;
    if (!owner.empty()) require_body(engine, actor, owner);
    out.push_back(event);
    out.back().facts.queue.clear();
    return out;
  });
}

RunOfDay run_queue(Engine& engine, const std::string& named, calendar::Date day, calendar::Instant now,
                   const registry::Actor& actor) {
  RunOfDay out;
  size_t before = 0;
  std::string queue;
  out.answer =
      write_queue(engine, RegisterAction::queue, actor, [&](const QueueWorld& world, queue_store::Store& store) {
        queue = queue_meant(engine, world.policies, named, "");
        const auto cutoff = calendar::Instant::at(day, world.policies.in_force(queue, day).run_minute);
        if (now < cutoff)
          throw Error(Message("QUEUE-RUN-EARLY", {{"day", day.dotted()}, {"cutoff", cutoff.local_iso()}}));
        before = world.state().runs.size();
        const queue::Run* made = recorded_run(world.state(), queue, day);
        if (made == nullptr && world.last && *world.last < cutoff)
          return std::vector<queue::Event>{run_event(queue, day, cutoff)};
        if (made == nullptr) throw Error(Message("QUEUE-RUN-NONE", {{"queue", queue}, {"day", day.dotted()}}));
        out.recorded_before = true;
        const auto stored = store.runs();
        out.differs = std::none_of(stored.begin(), stored.end(), [&](const queue::Run& one) {
          return one.queue == queue && one.day == day && same_run(one, *made);
        });
        return std::vector<queue::Event>();
      });
  const queue::State& state = out.answer.world->state();
  out.run = *recorded_run(state, queue, day);
  if (!out.recorded_before) out.missed = static_cast<int>(state.runs.size() - before) - 1;
  return out;
}

}  // namespace esep::app
