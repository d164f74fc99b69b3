// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>

#include "app/queue/queue_world.h"
#include "queue_store/store.h"

namespace esep::app {

/// What became of a deed on the queue. `remark`: why it was refused and nothing was written, or a warning.
struct QueueAnswer {
  std::optional<queue::Remark> remark;
  std::unique_ptr<QueueWorld> world;  // as it stands afterwards
  size_t taken = 0;                   // events before the one that was refused, or all
  [[nodiscard]] bool done() const { return !remark || remark->severity == Severity::warning; }
};

/// Inside the transaction: the events that the deed consists of. It may write who is behind them.
using ComposeEvents = std::function<std::vector<queue::Event>(const QueueWorld&, queue_store::Store&)>;

/// One transaction of the log: takes the events and keeps what follows. Then the register's history gets an
/// entry for each entry of the log that has none yet, also for those of a program that died in between.
/// Error QUEUE-STORE-LOST: the log is missing, or lacks what the history knows of it.
[[nodiscard]] QueueAnswer write_queue(Engine& engine, report::RegisterAction right, const registry::Actor& actor,
                                      const ComposeEvents& compose);

/// Inside the caller's transaction: brings the tables to the end of the log by today's rules, where they do not stand
/// there, because the rules changed or a program died that wrote no tables. `rules`: queue_rules().
void bring_to_end(Engine& engine, queue_store::Store& store, const std::string& rules);

/// The user who writes under the time of the event, as with `--today`. Error QUEUE-FUTURE: a day after the actor's own;
/// the log would be closed until then.
[[nodiscard]] registry::Actor acting_at(registry::Actor actor, calendar::Instant at);

}  // namespace esep::app
