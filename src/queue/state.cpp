// SPDX-License-Identifier: MIT
#include "queue/state.h"

#include <algorithm>

namespace esep::queue {
namespace {

constexpr int kLastMonth = 12;

/// Why who waits leaves; a voucher is its own cause.
Cause cause_of(ApplicationState as) {
  switch (as) {
    case ApplicationState::withdrawn:
      return Cause::withdrawn;
    case ApplicationState::annulled:
      return Cause::annulled;
    case ApplicationState::not_confirmed:
      return Cause::not_confirmed;
    case ApplicationState::outgrown:
      return Cause::outgrown;
    default:
      return Cause::voucher;
  }
}

VoucherState voucher_state(ApplicationState as) {
  switch (as) {
    case ApplicationState::withdrawn:
      return VoucherState::withdrawn;
    case ApplicationState::annulled:
      return VoucherState::annulled;
    case ApplicationState::recalled:
      return VoucherState::recalled;
    default:
      return VoucherState::expired;
  }
}

class StateSupply : public Supply {
 public:
  StateSupply(const State& state, const Policy& policy) : state_(state), policy_(policy) {}

  [[nodiscard]] std::vector<OpenCircle> open_circles() const override {
    std::vector<OpenCircle> out;
    for (const auto& [code, circle] : state_.circles) {
      if (circle.facts.queue != policy_.queue || circle.free.empty() || circle.waiting.empty()) continue;
      out.push_back({code,
                     circle.facts.operator_code,
                     circle.facts.region,
                     circle.norm,
                     {circle.free.begin(), circle.free.end()}});
    }
    return out;
  }

  [[nodiscard]] std::optional<Candidate> next(const std::string& circle, const OrderKey* behind) const override {
    const auto& waiting = state_.circles.at(circle).waiting;
    const auto at = behind == nullptr ? waiting.begin() : waiting.upper_bound(*behind);
    if (at == waiting.end()) return std::nullopt;
    return Candidate{at->first, state_.applications[at->second].id, at->second};
  }

  [[nodiscard]] std::optional<Decimal> left(const std::string& operator_code, int year) const override {
    const auto fund = state_.funds.find({operator_code, year});
    return fund == state_.funds.end() ? std::nullopt : std::optional<Decimal>(fund->second.left);
  }

  [[nodiscard]] bool restricted(const std::string& region) const override {
    return queue::restricted(state_, region, policy_.ours(Switch::stop_by_region));
  }

  [[nodiscard]] bool anybody_waits() const override {
    return std::any_of(state_.circles.begin(), state_.circles.end(), [&](const auto& one) {
      return one.second.facts.queue == policy_.queue && !one.second.waiting.empty();
    });
  }

 private:
  const State& state_;
  const Policy& policy_;
};

}  // namespace

bool restricted(const State& state, const std::string& region, bool by_region) {
  return std::any_of(state.restrictions.begin(), state.restrictions.end(), [&](const Restriction& one) {
    return !one.to && (one.region.empty() || one.region == region || !by_region);
  });
}

std::unique_ptr<Supply> supply_of(const State& state, const Policy& policy) {
  return std::make_unique<StateSupply>(state, policy);
}

void Changes::enter(Application application, const Policy& policy, calendar::Instant at) {
  const size_t index = state_.applications.size();
  application.number = static_cast<int64_t>(index) + 1;
  state_.application_at.emplace(application.id, index);
  state_.of_child[application.child].push_back(index);
  state_.applications.push_back(std::move(application));
  stand(index, policy, at);
  arrive(index, Cause::priority);
}

void Changes::come_back(size_t index, const Policy& policy, calendar::Instant at) {
  if (!policy.ours(Switch::returned_stands)) stand(index, policy, at);
  arrive(index, Cause::returned);
}

void Changes::stand(size_t index, const Policy& policy, calendar::Instant at) {
  Application& application = state_.applications[index];
  const Circle& circle = state_.circles.at(application.circle);
  application.key = order_key(application.id, application.number, application.priority, at, policy);
  application.since = at;
  application.ahead_when_applied =
      static_cast<int>(std::distance(circle.waiting.begin(), circle.waiting.lower_bound(application.key)));
  application.first_movement = circle.movements.size() + 1;
}

void Changes::arrive(size_t index, Cause cause) {
  Application& application = state_.applications[index];
  Circle& circle = state_.circles.at(application.circle);
  circle.waiting.emplace(application.key, index);
  circle.movements.push_back({index, application.key, cause});
  application.state = ApplicationState::waiting;
}

void Changes::depart(size_t index, Cause cause) {
  const Application& application = state_.applications[index];
  Circle& circle = state_.circles.at(application.circle);
  circle.waiting.erase(application.key);
  circle.movements.push_back({index, application.key, cause});
}

void Changes::leave(size_t index, ApplicationState as, calendar::Instant at) {
  Application& application = state_.applications[index];
  if (application.state == ApplicationState::waiting) {
    depart(index, cause_of(as));
  } else if (application.voucher) {
    end_voucher(*application.voucher, voucher_state(as), at);
  }
  application.state = as;
}

void Changes::issue(const Grant& grant, const Policy& policy, calendar::Date day) {
  const size_t index = state_.vouchers.size();
  Circle& circle = state_.circles.at(grant.circle);
  Voucher voucher;
  voucher.id = voucher_id(index);
  voucher.application = grant.application;
  voucher.circle = grant.circle;
  voucher.place = grant.place;
  voucher.issued = day;
  voucher.valid_until = grant.valid_until;
  if (grant.valid_until) voucher.expires = policy.end_of(*grant.valid_until, day);
  voucher.months = grant.months;
  voucher.norm = grant.norm;
  voucher.amount = grant.amount;
  if (policy.money) {
    Fund& fund = state_.funds.at({circle.facts.operator_code, day.year()});
    fund.left = checked_sub(fund.left, grant.amount).value();
  }
  circle.free.erase(grant.place);
  depart(grant.application, Cause::voucher);
  state_.applications[grant.application].state = ApplicationState::voucher;
  state_.applications[grant.application].voucher = index;
  state_.voucher_at.emplace(voucher.id, index);
  state_.vouchers.push_back(std::move(voucher));
}

void Changes::end_voucher(size_t index, VoucherState as, calendar::Instant at) {
  Voucher& voucher = state_.vouchers[index];
  Circle& circle = state_.circles.at(voucher.circle);
  const calendar::Date day = at.date();
  const bool unused = voucher.state == VoucherState::valid;
  int months = voucher.months;
  if (!unused) {
    const int after = kLastMonth - static_cast<int>(day.month());
    months = day.year() == voucher.issued.year() ? std::min(months, after) : 0;
  }
  const auto fund = state_.funds.find({circle.facts.operator_code, voucher.issued.year()});
  if (fund != state_.funds.end()) {
    fund->second.left = checked_add(fund->second.left, Decimal::from_units(voucher.norm.units() * months)).value();
  }
  const Policy& policy = policies_.in_force(circle.facts.queue, day);
  const bool offered = as != VoucherState::recalled || !policy.ours(Switch::recalled_place);
  if (unused && offered) circle.free.insert(voucher.place);
  voucher.state = as;
  voucher.ended = at;
}

}  // namespace esep::queue
