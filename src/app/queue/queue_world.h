// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/core/engine.h"
#include "queue/fold.h"
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
  /// In memory, of no event yet.
  explicit QueueWorld(Engine& engine);
  /// In the tables of the store, which follow from its log.
  QueueWorld(Engine& engine, std::unique_ptr<queue_store::Store> store);

  const queue::PolicyBook policies;
  std::optional<calendar::Instant> last;  // up to when the state goes
  [[nodiscard]] queue::Book& book() const { return store_ ? static_cast<queue::Book&>(store_->book()) : *memory_; }
  [[nodiscard]] queue::Fold& fold() { return *fold_; }
  [[nodiscard]] const queue_store::Store* store() const { return store_.get(); }
  [[nodiscard]] std::vector<queue::Run> runs() const { return store_ ? store_->runs() : memory_->runs; }
  [[nodiscard]] const queue::Policy& policy_of_circle(const std::string& circle) const;
  /// What is read of the store is of the moment of this transaction.
  void hold(std::unique_ptr<sqlite::Transaction> snapshot) { snapshot_ = std::move(snapshot); }

 private:
  std::unique_ptr<queue_store::Store> store_;
  std::unique_ptr<sqlite::Transaction> snapshot_;
  std::unique_ptr<queue::State> memory_;
  std::unique_ptr<queue::Fold> fold_;
};

[[nodiscard]] std::filesystem::path queue_file(const Engine& engine);
/// The log up to that moment, it included, and the time after it; nullopt: up to its last event. Error QUEUE-BEFORE:
/// the log begins later. Whoever may see the register may ask.
[[nodiscard]] std::unique_ptr<QueueWorld> read_queue(Engine& engine, std::optional<calendar::Instant> at);

/// The index of the application and of the voucher of that number. Error QUEUE-APPLICATION, QUEUE-VOUCHER.
[[nodiscard]] size_t require_application(const queue::Book& book, const std::string& id);
[[nodiscard]] size_t require_voucher(const queue::Book& book, const std::string& id);

}  // namespace esep::app
