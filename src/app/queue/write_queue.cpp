// SPDX-License-Identifier: MIT
#include "app/queue/write_queue.h"

#include "app/core/rights.h"
#include "app/queue/noted_entry.h"
#include "registry/details.h"
#include "sqlite/transaction.h"

namespace esep::app {
namespace {

using queue_store::EntryMark;

constexpr const char* kAction = "queue";

Error lost(const Engine& engine, const EntryMark& noted) {
  return Error(
      Message("QUEUE-STORE-LOST", {{"file", queue_file(engine).string()}, {"entry", std::to_string(noted.seq)}}));
}

// A log that lacks what the history knows is not gone on with: numbers would be given twice.
std::unique_ptr<queue_store::Store> open_for_writing(Engine& engine) {
  const EntryMark noted = last_noted(engine.registry());
  if (noted.seq > 0 && !std::filesystem::exists(queue_file(engine))) throw lost(engine, noted);
  return std::make_unique<queue_store::Store>(queue_file(engine), true);
}

void require_whole(Engine& engine, const queue_store::Store& store) {
  const EntryMark noted = last_noted(engine.registry());
  if (!holds(store, noted)) throw lost(engine, noted);
}

void complete_history(Engine& engine, const queue_store::Store& store, const registry::Actor& actor) {
  registry::Registry& registry = engine.registry();
  sqlite::Transaction transaction(registry.database());
  for (const auto& entry : store.entries(last_noted(registry).seq)) {
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
    auto remark = out.world->fold().take(event);
    if (remark) out.remark = std::move(remark);
    if (!out.done()) return;
    out.world->last = event.at;
    store.append(event, actor.user, actor.clock.value_or(actor.at).iso());
    ++out.taken;
  }
}

}  // namespace

void bring_to_end(Engine& engine, queue_store::Store& store, const std::string& rules) {
  if (store.stands_at_end(rules)) return;
  const auto policies = queue_policies(engine);
  store.book().clear();
  queue::Fold fold(policies, engine.calendar(), store.book(), std::nullopt);
  for (const queue::Event& event : store.events()) fold.take(event);
  store.stand(rules);
}

QueueAnswer write_queue(Engine& engine, report::RegisterAction right, const registry::Actor& actor,
                        const ComposeEvents& compose) {
  require_right(engine, right, actor);
  engine.open_register();
  auto opened = open_for_writing(engine);
  queue_store::Store& store = *opened;
  QueueAnswer out;
  EntryMark written;
  {
    const std::string rules = queue_rules(engine);
    sqlite::Transaction transaction(store.database());
    require_whole(engine, store);
    bring_to_end(engine, store, rules);
    out.world = std::make_unique<QueueWorld>(engine, std::move(opened), QueueWorld::Kept::in_tables);
    const auto events = compose(*out.world, store);
    take_all(out, store, events, actor);
    if (!out.done()) return out;
    if (!events.empty()) store.stand(rules);
    written = store.last();
    transaction.commit();
  }
  complete_history(engine, store, actor);
  // A restoration in between named it as lost: it is not answered as done.
  if (!holds(store, written)) throw Error(Message("QUEUE-STORE-REPLACED", {{"file", queue_file(engine).string()}}));
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
