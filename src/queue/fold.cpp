// SPDX-License-Identifier: MIT
#include "queue/fold.h"

#include <algorithm>

namespace esep::queue {

using calendar::Date;
using calendar::Instant;

Fold::Fold(const PolicyBook& policies, const calendar::WorkingDays& calendar, Book& book, std::optional<Instant> now)
    : policies_(policies), calendar_(calendar), book_(book), changes_(book, policies) {
  if (now) start(*now);
}

void Fold::start(Instant at) {
  now_ = at;
  next_midnight_ = Instant::at(at.date().plus_days(1), 0);
  for (const std::string& queue : policies_.queues()) {
    const Date today = at.date();
    const NextRun run = run_of(queue, today);
    next_run_[queue] = run.at > at ? run : run_of(queue, today.plus_days(1));
  }
}

Fold::NextRun Fold::run_of(const std::string& queue, Date day) const {
  return {day, Instant::at(day, policies_.in_force(queue, day).run_minute)};
}

Fold::Tick Fold::next_tick() const {
  Tick first{next_midnight_, Due::midnight};
  if (const auto expiry = book_.next_expiry()) first = std::min(first, Tick{expiry->first, Due::expiry});
  for (const auto& [queue, run] : next_run_) first = std::min(first, Tick{run.at, Due::run});
  return first;
}

void Fold::pass_time(Instant until) {
  if (!now_ || until < *now_) return;
  for (Tick tick = next_tick(); tick.at <= until; tick = next_tick()) {
    switch (tick.due) {
      case Due::expiry:
        expire(tick.at);
        break;
      case Due::midnight:
        end_windows(tick.at);
        let_grow(tick.at);
        next_midnight_ = Instant::at(tick.at.date().plus_days(1), 0);
        break;
      case Due::run:
        run_queues(tick.at);
        break;
    }
  }
  now_ = until;
}

void Fold::expire(Instant at) {
  for (auto due = book_.next_expiry(); due && due->first <= at; due = book_.next_expiry())
    changes_.leave(book_.voucher(due->second).application, ApplicationState::expired, at);
}

void Fold::end_windows(Instant at) {
  const Date last = at.date().plus_days(-1);
  for (const auto& [queue, run] : next_run_) {
    const Policy& policy = policies_.in_force(queue, last);
    for (const Policy::Window& window : policy.windows(last.year())) {
      if (window.last == last) end_window(policy, window, at);
    }
  }
}

void Fold::end_window(const Policy& policy, const Policy::Window& window, Instant at) {
  for (const size_t index : book_.silent(policy.queue, Instant::at(window.first, 0))) {
    if (must_confirm(book_.application(index), policy, window))
      changes_.leave(index, ApplicationState::not_confirmed, at);
  }
}

bool Fold::must_confirm(const Application& application, const Policy& policy, const Policy::Window& window) const {
  if (policy.confirmation.months == 0) return false;
  const Date measured = policy.ours(Switch::waiting_measured_on) ? window.first : window.last;
  const Date since = application.since.date();
  Date over = plus_months(since, policy.confirmation.months);
  if (!policy.ours(Switch::restricted_time_counts)) {
    const std::string region = book_.circle(application.circle).value().facts.region;
    over = over.plus_days(restricted_days(region, since, measured, policy.ours(Switch::stop_by_region)));
  }
  return over < measured;
}

int Fold::restricted_days(const std::string& region, Date from, Date to, bool by_region) const {
  const auto all = book_.restrictions();
  int days = 0;
  for (Date day = from; day < to; day = day.plus_days(1)) {
    const bool restricted = std::any_of(all.begin(), all.end(), [&](const Restriction& one) {
      return one.concerns(region, by_region) && one.from.date() <= day && (!one.to || day < one.to->date());
    });
    if (restricted) ++days;
  }
  return days;
}

void Fold::let_grow(Instant at) {
  const Date today = at.date();
  for (const size_t index : book_.outgrowing(today)) {
    if (policy_of(book_.application(index), today).ours(Switch::outgrown))
      changes_.leave(index, ApplicationState::outgrown, at);
  }
}

void Fold::run_queues(Instant at) {
  for (auto& [queue, next] : next_run_) {
    if (next.at != at) continue;
    const Date day = next.day;
    const Policy& policy = policies_.in_force(queue, day);
    const Distribution made = distribute(book_, policy, day, calendar_);
    for (const Grant& grant : made.grants) changes_.issue(grant, policy, day);
    book_.record(made.run);
    next = run_of(queue, day.plus_days(1));
  }
}

const Policy& Fold::policy_of(const Application& application, Date day) const {
  return policies_.in_force(book_.circle(application.circle).value().facts.queue, day);
}

}  // namespace esep::queue
