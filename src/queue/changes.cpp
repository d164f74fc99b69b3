// SPDX-License-Identifier: MIT
#include "queue/changes.h"

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

}  // namespace

void Changes::enter(Application application, const Policy& policy, calendar::Instant at) {
  const size_t index = book_.applications();
  application.number = static_cast<int64_t>(index) + 1;
  stand(application, policy, at);
  arrive(index, std::move(application), Cause::priority);
}

void Changes::come_back(size_t index, const Policy& policy, calendar::Instant at) {
  Application application = book_.application(index);
  if (!policy.ours(Switch::returned_stands)) stand(application, policy, at);
  arrive(index, std::move(application), Cause::returned);
}

void Changes::stand(Application& application, const Policy& policy, calendar::Instant at) const {
  application.key = order_key(application.id, application.number, application.priority, at, policy);
  application.since = at;
  application.ahead_when_applied = book_.ahead(application.circle, application.key);
  application.first_movement = book_.movements(application.circle) + 1;
}

void Changes::arrive(size_t index, Application application, Cause cause) {
  application.state = ApplicationState::waiting;
  book_.keep(index, application);
  book_.move(application.circle, {index, application.key, cause});
}

void Changes::leave(size_t index, ApplicationState as, calendar::Instant at) {
  Application application = book_.application(index);
  if (application.state == ApplicationState::waiting) {
    book_.move(application.circle, {index, application.key, cause_of(as)});
  } else if (application.voucher) {
    end_voucher(*application.voucher, voucher_state(as), at);
  }
  application.state = as;
  if (as == ApplicationState::recalled) application.voucher.reset();
  book_.keep(index, application);
}

void Changes::issue(const Grant& grant, const Policy& policy, calendar::Date day) {
  const size_t index = book_.vouchers();
  Voucher voucher;
  voucher.id = book_.voucher_number(index);
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
    const Book::FundKey which(grant.operator_code, day.year());
    Fund fund = book_.fund(which).value();
    fund.left = checked_sub(fund.left, grant.amount).value();
    book_.keep(which, fund);
  }
  book_.fill(grant.circle, grant.place);
  Application application = book_.application(grant.application);
  book_.move(grant.circle, {grant.application, application.key, Cause::voucher});
  application.state = ApplicationState::voucher;
  application.voucher = index;
  book_.keep(grant.application, application);
  book_.keep(index, voucher);
}

void Changes::end_voucher(size_t index, VoucherState as, calendar::Instant at) {
  Voucher voucher = book_.voucher(index);
  const Circle circle = book_.circle(voucher.circle).value();
  const calendar::Date day = at.date();
  const bool unused = voucher.state == VoucherState::valid;
  int months = voucher.months;
  if (!unused) {
    const int after = kLastMonth - static_cast<int>(day.month());
    months = day.year() == voucher.issued.year() ? std::min(months, after) : 0;
  }
  const Book::FundKey which(circle.facts.operator_code, voucher.issued.year());
  if (auto fund = book_.fund(which)) {
    fund->left = checked_add(fund->left, Decimal::from_units(voucher.norm.units() * months)).value();
    book_.keep(which, *fund);
  }
  const Policy& policy = policies_.in_force(circle.facts.queue, day);
  const bool offered = as != VoucherState::recalled || !policy.ours(Switch::recalled_place);
  if (unused && offered) book_.offer(voucher.circle, voucher.place);
  voucher.state = as;
  voucher.ended = at;
  book_.keep(index, voucher);
}

}  // namespace esep::queue
