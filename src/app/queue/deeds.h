// SPDX-License-Identifier: MIT
#pragma once

#include "app/queue/write_queue.h"

namespace esep::app {

/// One event of a person on the queue: withdraw, annul, confirm, vacate, contract, recall, stop, resume, fund. It asks
/// the right of the deed, and that the user acts for the operator whose circle or money it is.
[[nodiscard]] QueueAnswer record_in_queue(Engine& engine, const queue::Event& event, const registry::Actor& actor);

/// The record of a day's run and how it came about.
struct RunOfDay {
  QueueAnswer answer;
  queue::Run run;
  bool recorded_before = false;  // it was compared, and nothing was written
  bool differs = false;          // the record says something else than the log
  int missed = 0;                // runs of earlier days that were written with it
};
/// The distribution of a day (p. 12). Asked again it recomputes and compares. Missed days come first. Error
/// QUEUE-RUN-EARLY: its hour is still to come. Error QUEUE-RUN-NONE: the log begins later, or has no such queue.
[[nodiscard]] RunOfDay run_queue(Engine& engine, const std::string& queue, calendar::Date day, calendar::Instant now,
                                 const registry::Actor& actor);

}  // namespace esep::app
