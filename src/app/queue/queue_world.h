// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/core/engine.h"
#include "queue/fold.h"

namespace esep::app {

/// data/queues/*.toml of the shipped data and of the workspace. Error DataInvalid if a file is wrong.
[[nodiscard]] queue::PolicyBook queue_policies(Engine& engine);

/// The log of a workspace, folded.
struct QueueWorld {
  explicit QueueWorld(Engine& engine);

  queue::PolicyBook policies;
  queue::Fold fold;
  std::optional<calendar::Instant> last;  // of the last event folded
  [[nodiscard]] const queue::State& state() const { return fold.state(); }
  [[nodiscard]] const queue::Policy& policy_of_circle(const std::string& circle) const;
};

[[nodiscard]] std::filesystem::path queue_file(const Engine& engine);
/// The events of the workspace's log; none where there is no file.
[[nodiscard]] std::vector<queue::Event> queue_events(Engine& engine);
/// The log up to that moment, it included, and the time after it; nullopt: up to its last event. Error QUEUE-BEFORE:
/// the log begins later. Whoever may see the register may ask.
[[nodiscard]] std::unique_ptr<QueueWorld> read_queue(Engine& engine, std::optional<calendar::Instant> at);

/// The application and the voucher of that number. Error QUEUE-APPLICATION, QUEUE-VOUCHER.
[[nodiscard]] const queue::Application& require_application(const queue::State& state, const std::string& id);
[[nodiscard]] const queue::Voucher& require_voucher(const queue::State& state, const std::string& id);

}  // namespace esep::app
