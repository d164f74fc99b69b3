// SPDX-License-Identifier: MIT
#include "app/queue/queue_world.h"

#include <algorithm>

#include "base/hash.h"
#include "datafile/data_invalid.h"

namespace esep::app {

queue::PolicyBook queue_policies(Engine& engine) {
  queue::PolicyBook out;
  Diagnostics diagnostics;
  for (const std::string& path : engine.library().list("data/queues/", ".toml"))
    out.add(queue::read_policy(engine.library().get(path), diagnostics));
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

std::string queue_rules(Engine& engine) {
  Sha256 hash;
  for (const char* folder : {"data/queues/", "data/calendar/"}) {
    for (const std::string& path : engine.library().list(folder, "")) {
      const std::string& text = engine.library().get(path).text;
      hash.update(path + " " + std::to_string(text.size()) + "\n");
      hash.update(text);
    }
  }
  return hash.finish_hex();
}

QueueWorld::QueueWorld(Engine& engine, std::unique_ptr<queue_store::Store> store, Kept kept)
    : policies(queue_policies(engine)), store_(std::move(store)) {
  if (kept == Kept::in_tables) {
    last = store_->last_time();
  } else {
    memory_ = std::make_unique<queue::State>();
    if (store_) memory_->pass_over(store_->lost_numbers());
  }
  fold_ = std::make_unique<queue::Fold>(policies, engine.calendar(), book(), last);
}

std::optional<queue_store::Person> QueueWorld::person(const std::string& application) const {
  return store_ ? store_->person(application) : std::nullopt;
}

const queue::Policy& QueueWorld::policy_of_circle(const std::string& circle) const {
  const calendar::Date day = last ? last->date() : calendar::Date();
  return policies.in_force(book().circle(circle).value().facts.queue, day);
}

std::filesystem::path queue_file(const Engine& engine) { return engine.workspace() / "queue.db"; }

std::unique_ptr<QueueWorld> read_queue(Engine& engine, std::optional<calendar::Instant> at) {
  engine.open_register();
  std::unique_ptr<queue_store::Store> store;
  std::unique_ptr<sqlite::Transaction> snapshot;
  if (std::filesystem::exists(queue_file(engine))) {
    store = std::make_unique<queue_store::Store>(queue_file(engine), false);
    snapshot = std::make_unique<sqlite::Transaction>(store->database(), sqlite::Transaction::Begin::deferred);
  }
  const bool in_tables = !at && store && store->stands_at_end(queue_rules(engine));
  const auto events = store && !in_tables ? store->events() : std::vector<queue::Event>();
  if (at && (events.empty() || *at < events.front().at))
    throw Error(Message("QUEUE-BEFORE", {{"at", at->local_iso()}}));
  auto out = std::make_unique<QueueWorld>(engine, std::move(store),
                                          in_tables ? QueueWorld::Kept::in_tables : QueueWorld::Kept::in_memory);
  out->hold(std::move(snapshot));
  for (const queue::Event& event : events) {
    if (at && *at < event.at) break;
    out->fold().take(event);
    out->last = event.at;
  }
  if (at) out->fold().pass_time(*at);
  if (at) out->last = at;
  return out;
}

std::optional<queue::Run> find_run(const std::vector<queue::Run>& runs, const std::string& queue, calendar::Date day) {
  const auto at = std::find_if(runs.begin(), runs.end(),
                               [&](const queue::Run& run) { return run.queue == queue && run.day == day; });
  return at == runs.end() ? std::nullopt : std::optional(*at);
}

size_t require_application(const queue::Book& book, const std::string& id) {
  if (const auto at = book.find_application(id)) return *at;
  throw Error(Message("QUEUE-APPLICATION", {{"application", id}}));
}

size_t require_voucher(const queue::Book& book, const std::string& id) {
  if (const auto at = book.find_voucher(id)) return *at;
  throw Error(Message("QUEUE-VOUCHER", {{"voucher", id}}));
}

}  // namespace esep::app
