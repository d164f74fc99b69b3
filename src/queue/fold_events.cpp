// SPDX-License-Identifier: MIT
#include <algorithm>

#include "queue/fold.h"

namespace esep::queue {

using calendar::Date;
using calendar::Instant;

namespace {

Remark refused(Message message) { return {std::move(message), Severity::error}; }

bool has_left(ApplicationState state) {
  return state != ApplicationState::waiting && state != ApplicationState::voucher && state != ApplicationState::placed;
}

// Why nothing more can be done with the voucher.
Remark refuse_ended(const Voucher& voucher) {
  if (voucher.state == VoucherState::expired && voucher.valid_until)
    return refused(Message("QUEUE-VOUCHER-LAPSED", {{"voucher", voucher.id}, {"last", voucher.valid_until->dotted()}}));
  return refused(Message("QUEUE-VOUCHER-ENDED", {{"voucher", voucher.id}}));
}

}  // namespace

std::optional<Remark> Fold::take(const Event& event) {
  if (!now_) start(event.at);
  if (event.at < *now_) {
    return refused(Message("QUEUE-TIME", {{"at", event.at.local_iso()}, {"last", now_->local_iso()}}));
  }
  pass_time(event.at);
  return apply_event(event);
}

Fold::Answer Fold::apply_event(const Event& event) {
  switch (event.kind) {
    case EventKind::circle:
      return circle(event);
    case EventKind::fund:
      return fund(event);
    case EventKind::apply:
      return apply(event);
    case EventKind::withdraw:
      return leave(event, ApplicationState::withdrawn);
    case EventKind::annul:
      return leave(event, ApplicationState::annulled);
    case EventKind::confirm:
      return confirm(event);
    case EventKind::vacate:
      return vacate(event);
    case EventKind::contract:
      return contract(event);
    case EventKind::recall:
      return recall(event);
    case EventKind::stop:
      return stop(event);
    case EventKind::resume:
      return resume(event);
    case EventKind::run:
      return std::nullopt;
  }
  return std::nullopt;
}

Fold::Answer Fold::circle(const Event& event) {
  const std::string& queue = event.facts.queue;
  if (!policies_.has(queue)) return refused(Message("QUEUE-UNKNOWN", {{"queue", queue}}));
  Circle circle = book_.circle(event.ref).value_or(Circle{event.facts, {}, 1});
  if (circle.facts != event.facts) return refused(Message("QUEUE-CIRCLE-FIXED", {{"circle", event.ref}}));
  circle.norm = event.amount;
  book_.keep(event.ref, circle);
  return std::nullopt;
}

Fold::Answer Fold::fund(const Event& event) {
  const Book::FundKey which(event.facts.operator_code, static_cast<int>(event.count));
  const Fund before = book_.fund(which).value_or(Fund());
  const auto granted = checked_add(before.granted, event.amount);
  const auto left = checked_add(before.left, event.amount);
  if (!granted || !left) return refused(Message("QUEUE-FUND-LARGE", {{"operator", event.facts.operator_code}}));
  book_.keep(which, Fund{*granted, *left});
  return std::nullopt;
}

Fold::Answer Fold::apply(const Event& event) {
  if (book_.find_application(event.ref)) {
    return refused(Message("QUEUE-APPLICATION-TWICE", {{"application", event.ref}}));
  }
  const auto at = book_.circle(event.circle);
  if (!at) return refused(Message("QUEUE-CIRCLE", {{"circle", event.circle}}));
  const CircleFacts& facts = at->facts;
  const Date today = event.at.date();
  const Policy& policy = policies_.in_force(facts.queue, today);
  if (policy.rank_of(event.priority) < 0) return refused(Message("QUEUE-PRIORITY", {{"priority", event.priority}}));
  const bool stopped =
      !policy.ours(Switch::parents_apply_while_stopped) &&
      (!policy.in_season(today, calendar_) || restricted(book_, facts.region, policy.ours(Switch::stop_by_region)));
  if (stopped) return refused(Message("QUEUE-STOPPED", {{"circle", event.circle}}));
  Application application;
  application.outgrows = birthday(event.born, facts.age_to + 1);
  if (today < birthday(event.born, facts.age_from) || today >= application.outgrows) {
    return refused(Message(
        "QUEUE-AGE",
        {{"circle", event.circle}, {"from", std::to_string(facts.age_from)}, {"to", std::to_string(facts.age_to)}}));
  }
  if (const auto other = live(event.child, policy.group, today)) {
    const Application live_one = book_.application(*other);
    const bool waits = live_one.state == ApplicationState::waiting;
    if (waits || policy.ours(Switch::voucher_holder_applies)) {
      return refused(Message("QUEUE-CHILD-TWICE", {{"application", live_one.id}}));
    }
    changes_.leave(*other, ApplicationState::withdrawn, event.at);
  }
  application.id = event.ref;
  application.circle = event.circle;
  application.child = event.child;
  application.group = policy.group;
  application.priority = event.priority;
  changes_.enter(std::move(application), policy, event.at);
  return std::nullopt;
}

std::optional<size_t> Fold::live(const std::string& child, const std::string& group, Date day) const {
  for (const size_t index : book_.of_child(child)) {
    const Application one = book_.application(index);
    const bool lives = one.state == ApplicationState::waiting || one.state == ApplicationState::voucher;
    if (lives && policy_of(one, day).group == group) return index;
  }
  return std::nullopt;
}

Fold::Answer Fold::leave(const Event& event, ApplicationState as) {
  const auto at = book_.find_application(event.ref);
  if (!at) return refused(Message("QUEUE-APPLICATION", {{"application", event.ref}}));
  if (has_left(book_.application(*at).state)) return refused(Message("QUEUE-NOT-LIVE", {{"application", event.ref}}));
  changes_.leave(*at, as, event.at);
  return std::nullopt;
}

Fold::Answer Fold::confirm(const Event& event) {
  const auto at = book_.find_application(event.ref);
  if (!at) return refused(Message("QUEUE-APPLICATION", {{"application", event.ref}}));
  Application application = book_.application(*at);
  if (application.state != ApplicationState::waiting) {
    return refused(Message("QUEUE-NOT-LIVE", {{"application", event.ref}}));
  }
  const Date today = event.at.date();
  const auto windows = policy_of(application, today).windows(today.year());
  const bool open = std::any_of(windows.begin(), windows.end(),
                                [&](const Policy::Window& one) { return one.first <= today && today <= one.last; });
  if (!open) return refused(Message("QUEUE-CONFIRM-CLOSED", {{"application", event.ref}}));
  application.confirmed = event.at;
  book_.keep(*at, application);
  return std::nullopt;
}

Fold::Answer Fold::vacate(const Event& event) {
  auto circle = book_.circle(event.ref);
  if (!circle) return refused(Message("QUEUE-CIRCLE", {{"circle", event.ref}}));
  constexpr int64_t kMostPlaces = 100'000;
  const std::string count = std::to_string(event.count);
  if (event.count < 1 || event.count > kMostPlaces) return refused(Message("QUEUE-COUNT", {{"value", count}}));
  const Date today = event.at.date();
  if (event.day > today) return refused(Message("QUEUE-VACATED-LATER", {{"date", event.day.dotted()}}));
  const int days = policies_.in_force(circle->facts.queue, today).vacated_within;
  const Date last = calendar_.add_working(event.day, days);
  for (int64_t i = 0; i < event.count; ++i) book_.offer(event.ref, circle->next_place++);
  book_.keep(event.ref, *circle);
  if (today <= last) return std::nullopt;
  return Remark{Message("QUEUE-VACATED-LATE", {{"date", event.day.dotted()}, {"last", last.dotted()}}),
                Severity::warning};
}

Fold::Answer Fold::contract(const Event& event) {
  const auto at = book_.find_voucher(event.ref);
  if (!at) return refused(Message("QUEUE-VOUCHER", {{"voucher", event.ref}}));
  Voucher voucher = book_.voucher(*at);
  if (voucher.state != VoucherState::valid) return refuse_ended(voucher);
  voucher.state = VoucherState::used;
  voucher.ended = event.at;
  book_.keep(*at, voucher);
  Application application = book_.application(voucher.application);
  application.state = ApplicationState::placed;
  book_.keep(voucher.application, application);
  return std::nullopt;
}

Fold::Answer Fold::recall(const Event& event) {
  const auto at = book_.find_voucher(event.ref);
  if (!at) return refused(Message("QUEUE-VOUCHER", {{"voucher", event.ref}}));
  const Voucher voucher = book_.voucher(*at);
  if (voucher.state != VoucherState::valid && voucher.state != VoucherState::used) return refuse_ended(voucher);
  const size_t index = voucher.application;
  changes_.leave(index, ApplicationState::recalled, event.at);
  const Application application = book_.application(index);
  const Date today = event.at.date();
  const Policy& policy = policy_of(application, today);
  const bool too_old = today >= application.outgrows && policy.ours(Switch::outgrown);
  if (!too_old && !live(application.child, policy.group, today)) changes_.come_back(index, policy, event.at);
  return std::nullopt;
}

Fold::Answer Fold::stop(const Event& event) {
  const std::string& region = event.facts.region;
  const auto all = book_.restrictions();
  const bool twice =
      std::any_of(all.begin(), all.end(), [&](const Restriction& one) { return one.region == region && !one.to; });
  if (twice) return refused(Message("QUEUE-STOP-TWICE", {{"region", region}}));
  book_.keep(all.size(), Restriction{region, event.at, {}});
  return std::nullopt;
}

Fold::Answer Fold::resume(const Event& event) {
  const std::string& region = event.facts.region;
  auto all = book_.restrictions();
  const auto open =
      std::find_if(all.begin(), all.end(), [&](const Restriction& one) { return one.region == region && !one.to; });
  if (open == all.end()) return refused(Message("QUEUE-STOP-NONE", {{"region", region}}));
  open->to = event.at;
  book_.keep(static_cast<size_t>(open - all.begin()), *open);
  return std::nullopt;
}

}  // namespace esep::queue
