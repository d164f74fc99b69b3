// SPDX-License-Identifier: MIT
#include "app/queue/write_queue.h"

#include <charconv>

#include "app/core/rights.h"
#include "registry/details.h"
#include "sqlite/transaction.h"

namespace esep::app {
namespace {

constexpr const char* kAction = "queue";

// The last entry of the log that the register's history knows.
int64_t last_noted(const registry::Registry& registry) {
  const auto row = registry.cached("SELECT details FROM history WHERE action = 'queue' ORDER BY seq DESC LIMIT 1");
  if (!row->step()) return 0;
  const auto details = registry::details_by_key(row->text(0));
  const auto at = details.find("entry");
  int64_t out = 0;
  if (at != details.end()) std::from_chars(at->second.data(), at->second.data() + at->second.size(), out);
  return out;
}

void complete_history(Engine& engine, const queue_store::Store& store, const registry::Actor& actor) {
  registry::Registry& registry = engine.registry();
  sqlite::Transaction transaction(registry.database());
  for (const auto& entry : store.entries(last_noted(registry))) {
    registry::Details details;
    details.add("entry", entry.seq).add("hash", entry.hash);
    if (entry.user != actor.user) details.add("entered_by", entry.user);
    registry.history().append(actor, kAction, std::nullopt, details.text());
  }
  transaction.commit();
}

// Every event in its order; the first that is refused ends it.
void take_all(QueueAnswer& out, queue_store::Store& store, const std::vector<queue::Event>& events,
              const registry::Actor& actor) {
  for (const queue::Event& event : events) {
    auto remark = out.world->fold.take(event);
    if (remark) out.remark = std::move(remark);
    if (!out.done()) return;
    out.world->last = event.at;
    store.append(event, actor.user, actor.clock.value_or(actor.at).iso());
    ++out.taken;
  }
}

}  // namespace

QueueAnswer write_queue(Engine& engine, report::RegisterAction right, const registry::Actor& actor,
                        const ComposeEvents& compose) {
  require_right(engine, right, actor);
  engine.open_register();
  queue_store::Store store(queue_file(engine), true);
  QueueAnswer out{std::nullopt, std::make_unique<QueueWorld>(engine), 0};
  {
    sqlite::Transaction transaction(store.database());
    for (const queue::Event& event : store.events()) {
      out.world->fold.take(event);
      out.world->last = event.at;
    }
    const auto events = compose(*out.world, store);
    take_all(out, store, events, actor);
    if (!out.done()) return out;
    if (!events.empty()) store.keep(out.world->state(), out.world->policies, out.world->last->date());
    transaction.commit();
  }
  complete_history(engine, store, actor);
  return out;
}

registry::Actor acting_at(registry::Actor actor, calendar::Instant at) {
  if (at.date() > actor.at.date)
    throw Error(Message("QUEUE-FUTURE", {{"at", at.local_iso()}, {"today", actor.at.date.dotted()}}));
  constexpr size_t kToTheMinute = 16;
  actor.at = calendar::LocalTime::parse(at.local_iso().substr(0, kToTheMinute)).value_or(actor.at);
  return actor;
}

}  // namespace esep::app
