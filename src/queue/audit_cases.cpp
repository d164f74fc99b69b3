// SPDX-License-Identifier: MIT
#include "queue/audit_cases.h"

#include <algorithm>

namespace esep::queue {

using calendar::Instant;

const Case::Waiting* Case::waits(Instant at, bool with_end) const {
  for (const Waiting& one : waiting) {
    if (one.span.holds(at) || (with_end && one.span.from < at && one.span.to == at)) return &one;
  }
  return nullptr;
}

Cases::Cases(const AuditedLog& log, const PolicyBook& policies, const std::string& queue)
    : policies_(policies), queue_(queue) {
  for (const auto& one : log.applications) {
    if (!at_.emplace(one.id, cases_.size()).second) continue;
    cases_.push_back({});
    cases_.back().application = &one;
    last_moment_ = std::max(last_moment_, one.at);
  }
  for (const auto& one : log.places) {
    places_.emplace(one.id, &one);
    places_of_circle_[one.circle].push_back(&one);
    last_moment_ = std::max(last_moment_, one.entered);
  }
  for (const auto& one : log.vouchers) {
    vouchers_of_place_[one.place].push_back(&one);
    if (const auto at = at_.find(one.application); at != at_.end()) cases_[at->second].vouchers.push_back(&one);
    last_moment_ = std::max({last_moment_, one.issued, one.ended.value_or(one.issued)});
  }
  for (const auto& one : log.events) {
    last_moment_ = std::max(last_moment_, one.at);
    if (one.kind == "stop") stops_[one.ref].push_back({one.at, kNever});
    if (one.kind == "resume" && !stops_[one.ref].empty()) stops_[one.ref].back().to = one.at;
    const auto at = at_.find(one.ref);
    if (at == at_.end() || !one.of_application()) continue;
    Case& of = cases_[at->second];
    if (one.kind == "confirm") {
      of.confirmed.push_back(&one);
    } else if (of.left == nullptr) {
      of.left = &one;
    }
  }
  for (Case& one : cases_) close(one);
  for (const Case& one : cases_) of_circle_[one.application->circle].push_back(&one);
}

void Cases::close(Case& one) const {
  const AuditedApplication& application = *one.application;
  std::stable_sort(one.vouchers.begin(), one.vouchers.end(),
                   [](const auto* a, const auto* b) { return a->issued < b->issued; });
  const auto number = static_cast<int64_t>(&one - cases_.data()) + 1;
  const Instant left = one.left == nullptr ? kNever : one.left->at;
  Instant from = application.at;
  one.live_until = left;
  const auto wait = [&](Instant to) {
    const Policy& of = policy(from.date());
    const Instant stands = of.ours(Switch::returned_stands) ? application.at : from;
    if (from < to)
      one.waiting.push_back({{from, to}, order_key(application.id, number, application.priority, stands, of)});
  };
  for (const AuditedVoucher* voucher : one.vouchers) {
    wait(std::min(left, moment(*voucher)));
    const bool comes_back = voucher->end == "recalled";
    from = comes_back ? voucher->ended.value_or(voucher->issued) : kNever;
    one.live_until = comes_back ? left : std::min(left, end(*voucher));
  }
  if (from != kNever) wait(left);
}

const Case* Cases::find(const std::string& application) const {
  const auto at = at_.find(application);
  return at == at_.end() ? nullptr : &cases_[at->second];
}

const AuditedPlace* Cases::place(const std::string& id) const {
  const auto at = places_.find(id);
  return at == places_.end() ? nullptr : at->second;
}

bool Cases::has_free_place(const std::string& circle, Instant at) const {
  const auto places = places_of_circle_.find(circle);
  if (places == places_of_circle_.end()) return false;
  return std::any_of(places->second.begin(), places->second.end(), [&](const AuditedPlace* place) {
    const auto vouchers = vouchers_of_place_.find(place->id);
    if (place->entered >= at || vouchers == vouchers_of_place_.end()) return place->entered < at;
    return std::none_of(vouchers->second.begin(), vouchers->second.end(),
                        [&](const AuditedVoucher* one) { return moment(*one) <= at && at < release(*one); });
  });
}

Instant Cases::moment(const AuditedVoucher& voucher) const {
  const calendar::Date day = voucher.issued.date();
  const int minute = policy(day).run_minute;
  const Instant run = Instant::at(day, minute);
  return run <= voucher.issued && voucher.issued < Instant::at(day, minute + 1) ? run : voucher.issued;
}

Instant Cases::end(const AuditedVoucher& voucher) const {
  if (voucher.ended) return *voucher.ended;
  const calendar::Date day = voucher.issued.date();
  return policy(day).end_of(voucher.valid_until, day);
}

Instant Cases::release(const AuditedVoucher& voucher) const {
  if (voucher.end == "used") return kNever;
  const bool gone = voucher.end == "recalled" && policy(voucher.issued.date()).ours(Switch::recalled_place);
  return gone ? kNever : end(voucher);
}

bool Cases::stopped(Instant at) const {
  const bool by_region = policy(at.date()).ours(Switch::stop_by_region);
  return std::any_of(stops_.begin(), stops_.end(), [&](const auto& region) {
    if (by_region && !region.first.empty()) return false;  // the files do not say where a circle lies
    return std::any_of(region.second.begin(), region.second.end(), [&](const Span& one) { return one.holds(at); });
  });
}

}  // namespace esep::queue
