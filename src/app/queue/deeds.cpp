// SPDX-License-Identifier: MIT
#include "app/queue/deeds.h"

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
std::string circle_of(const queue::Book& book, const queue::Event& event) {
  switch (event.kind) {
    case EventKind::vacate:
      return event.ref;
    case EventKind::withdraw:
    case EventKind::annul:
    case EventKind::confirm:
      return book.application(require_application(book, event.ref)).circle;
    case EventKind::contract:
    case EventKind::recall:
      return book.voucher(require_voucher(book, event.ref)).circle;
    default:
      return {};
  }
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
    const auto circle = world.book().circle(circle_of(world.book(), event));
    if (circle) owner = circle->facts.operator_code;
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
        const auto stored = store.runs();
        before = stored.size();
        const auto made = find_run(stored, queue, day);
        out.recorded_before = made.has_value();
        if (out.recorded_before) {
          // The record is compared with what follows from the log.
          out.differs = find_run(read_queue(engine, cutoff)->runs(), queue, day) != made;
          return std::vector<queue::Event>();
        }
        if (world.last && *world.last < cutoff) return std::vector<queue::Event>{run_event(queue, day, cutoff)};
        throw Error(Message("QUEUE-RUN-NONE", {{"queue", queue}, {"day", day.dotted()}}));
      });
  const auto runs = out.answer.world->runs();
  out.run = find_run(runs, queue, day).value();
  if (!out.recorded_before) out.missed = static_cast<int>(runs.size() - before) - 1;
  return out;
}

}  // namespace esep::app
