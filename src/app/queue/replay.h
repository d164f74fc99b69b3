// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "app/queue/queue_world.h"
#include "report/finding.h"

namespace esep::app {

/// What folding the log again found. `findings`: QUEUE-ENTRY (the chain is broken), QUEUE-FILE (SQLite finds the file
/// broken), QUEUE-TABLE (a table says something else than the log), QUEUE-RUN-DIFFERS (a record says something else
/// than the log), QUEUE-HISTORY (the register's history knows an entry that the log does not have).
struct Replay {
  int64_t events = 0;
  int64_t runs = 0;
  report::Findings findings;
};
[[nodiscard]] Replay replay_queue(Engine& engine, std::optional<calendar::Instant> until);

/// The log of another system in a folder (docs/queues.md, "Audit"). Each finding carries its paragraph. Error
/// FILE-MISSING. Columns that are missing are Error DataInvalid.
[[nodiscard]] report::Findings audit_queue(Engine& engine, const std::string& queue,
                                           const std::filesystem::path& folder);

}  // namespace esep::app
