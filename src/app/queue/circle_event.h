// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "app/queue/queue_world.h"

namespace esep::app {

/// The queue that is meant: the named one, else the circle's own, else the only one. Error QUEUE-NO-SUCH, QUEUE-WHICH.
[[nodiscard]] std::string queue_meant(Engine& engine, const queue::PolicyBook& policies, const std::string& named,
                                      const std::string& circle);

/// After an import into that register: QUEUE-NO-SUCH for each queue that the register of circles names in vain.
[[nodiscard]] std::vector<Message> unknown_queues(Engine& engine, const std::string& imported);

/// What the registers `circles` and `providers` say of a circle, where the log does not say it yet. nullopt: it does,
/// or no such circle is in the register (then the fold refuses).
[[nodiscard]] std::optional<queue::Event> circle_event(Engine& engine, const QueueWorld& world,
                                                       const std::string& circle, const std::string& queue,
                                                       calendar::Instant at);

}  // namespace esep::app
