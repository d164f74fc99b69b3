// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "app/core/engine.h"

namespace esep::app {

/// What a paper of a report does not say although it is genuine: since it was handed in, the verdict on the report has
/// become another one (with the day on which the event was recorded that moved the term), or nobody owes the report any
/// more. Empty: neither. One that was rejected or withdrawn has no verdict that could change. The history is read once;
/// the engine must outlive it.
class VerdictsSince {
 public:
  explicit VerdictsSince(Engine& engine) : engine_(engine) {}
  [[nodiscard]] std::vector<Message> of(const report::Submission& submission);

 private:
  struct EventRecord;
  [[nodiscard]] std::optional<EventRecord> later_event(const report::Submission& submission);

  Engine& engine_;
  std::optional<std::vector<registry::HistoryEntry>> events_;  // entries on events
};

}  // namespace esep::app
