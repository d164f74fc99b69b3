// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/diagnostic.h"
#include "queue/changes.h"
#include "queue/event.h"

namespace esep::queue {

/// What a fold says of an event: a refusal (error: nothing changed) or a remark (warning). The code is the key.
struct Remark {
  Message message;
  Severity severity = Severity::error;
};

/// Folds a log event by event. Time passes first: what is due at an instant happens before an event of that instant
/// (docs/queues.md), so the state follows from the events alone, whenever and however often somebody asks.
/// Error CALENDAR-YEAR where a term leads out of the calendar.
class Fold {
 public:
  /// Goes on with a book that a fold left at `now`, the time of its last event; nullopt: it is empty. Nothing of it is
  /// left behind in the fold. All three must outlive it.
  Fold(const PolicyBook& policies, const calendar::WorkingDays& calendar, Book& book,
       std::optional<calendar::Instant> now);

  std::optional<Remark> take(const Event& event);
  /// Everything that is due up to this moment, the moment included. Earlier moments change nothing.
  void pass_time(calendar::Instant until);

 private:
  using Answer = std::optional<Remark>;
  /// What is due at one instant happens in this order.
  enum class Due { expiry, midnight, run };
  struct Tick {
    calendar::Instant at;
    Due due = Due::run;
    auto operator<=>(const Tick&) const = default;
  };

  Answer apply_event(const Event& event);
  Answer circle(const Event& event);
  Answer fund(const Event& event);
  Answer apply(const Event& event);
  Answer leave(const Event& event, ApplicationState as);
  Answer confirm(const Event& event);
  Answer vacate(const Event& event);
  Answer contract(const Event& event);
  Answer recall(const Event& event);
  Answer stop(const Event& event);
  Answer resume(const Event& event);

  /// The day of a queue's next run, and when it is.
  struct NextRun {
    calendar::Date day;
    calendar::Instant at;
  };

  [[nodiscard]] Tick next_tick() const;
  [[nodiscard]] NextRun run_of(const std::string& queue, calendar::Date day) const;
  void start(calendar::Instant at);
  void expire(calendar::Instant at);
  void end_windows(calendar::Instant at);
  void end_window(const Policy& policy, const Policy::Window& window, calendar::Instant at);
  void let_grow(calendar::Instant at);
  void run_queues(calendar::Instant at);

  [[nodiscard]] bool must_confirm(const Application& application, const Policy& policy,
                                  const Policy::Window& window) const;
  [[nodiscard]] int restricted_days(const std::string& region, calendar::Date from, calendar::Date to,
                                    bool by_region) const;
  [[nodiscard]] const Policy& policy_of(const Application& application, calendar::Date day) const;
  /// The child's application that waits or holds an unused voucher.
  [[nodiscard]] std::optional<size_t> live(const std::string& child, const std::string& group,
                                           calendar::Date day) const;

  const PolicyBook& policies_;
  const calendar::WorkingDays& calendar_;
  Book& book_;
  Changes changes_;
  std::optional<calendar::Instant> now_;
  calendar::Instant next_midnight_;
  std::map<std::string, NextRun> next_run_;  // by queue
};

}  // namespace esep::queue
