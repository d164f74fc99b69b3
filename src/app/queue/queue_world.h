// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/core/engine.h"
#include "queue/fold.h"
#include "queue/state.h"
#include "queue_store/store.h"
#include "sqlite/transaction.h"

namespace esep::app {

/// data/queues/*.toml of the shipped data and of the workspace. Error DataInvalid if a file is wrong.
[[nodiscard]] queue::PolicyBook queue_policies(Engine& engine);
/// What tells the rules by which a state follows from a log: SHA-256 over the policies and the calendar.
[[nodiscard]] std::string queue_rules(Engine& engine);

/// The state of a workspace's log: in the tables of its store, where they stand at the log's end, else folded again in
/// memory.
class QueueWorld {
 public:
  enum class Kept { in_tables, in_memory };
  /// In the tables of the store, which follow from its log; or in memory, of no event yet. There may be no store then.
  QueueWorld(Engine& engine, std::unique_ptr<queue_store::Store> store, Kept kept);

  const queue::PolicyBook policies;
  std::optional<calendar::Instant> last;  // up to when the state goes
  [[nodiscard]] queue::Book& book() const { return memory_ ? static_cast<queue::Book&>(*memory_) : store_->book(); }
  [[nodiscard]] queue::Fold& fold() { return *fold_; }
  [[nodiscard]] std::vector<queue::Run> runs() const { return memory_ ? memory_->runs : store_->runs(); }
  /// Who is behind the application; nullopt: the store does not know it.
  [[nodiscard]] std::optional<queue_store::Person> person(const std::string& application) const;
  [[nodiscard]] const queue::Policy& policy_of_circle(const std::string& circle) const;
  /// What is read of the store is of the moment of this transaction.
  void hold(std::unique_ptr<sqlite::Transaction> snapshot) { snapshot_ = std::move(snapshot); }

 private:
  std::unique_ptr<queue_store::Store> store_;
  std::unique_ptr<sqlite::Transaction> snapshot_;
  std::unique_ptr<queue::State> memory_;  // null: in the tables
  std::unique_ptr<queue::Fold> fold_;
};

[[nodiscard]] std::filesystem::path queue_file(const Engine& engine);
/// The log up to that moment, it included, and the time after it; nullopt: up to its last event. Error QUEUE-BEFORE:
/// the log begins later. Whoever may see the register may ask.
[[nodiscard]] std::unique_ptr<QueueWorld> read_queue(Engine& engine, std::optional<calendar::Instant> at);

/// The record of that day; nullopt: there is none.
[[nodiscard]] std::optional<queue::Run> find_run(const std::vector<queue::Run>& runs, const std::string& queue,
                                                 calendar::Date day);

/// The index of the application and of the voucher of that number. Error QUEUE-APPLICATION, QUEUE-VOUCHER.
[[nodiscard]] size_t require_application(const queue::Book& book, const std::string& id);
[[nodiscard]] size_t require_voucher(const queue::Book& book, const std::string& id);

}  // namespace esep::app
