// SPDX-License-Identifier: MIT
#include "queue/state.h"

#include <algorithm>
#include <charconv>

namespace esep::queue {
namespace {

template <typename Map>
auto found(const Map& map, const typename Map::key_type& key) {
  const auto at = map.find(key);
  return at == map.end() ? std::nullopt : std::optional<typename Map::mapped_type>(at->second);
}

template <typename T>
void put(std::vector<T>& all, size_t index, const T& one) {
  if (index == all.size()) {
    all.push_back(one);
  } else {
    all[index] = one;
  }
}

// Where the key stands in a circle, or would stand.
template <typename Line>
auto place_of(Line& waiting, const OrderKey& key) {
  return std::lower_bound(waiting.begin(), waiting.end(), key,
                          [](const Book::Waiting& one, const OrderKey& wanted) { return one.first < wanted; });
}

}  // namespace

void Book::pass_over(const std::vector<std::string>& numbers) {
  std::set<size_t> places;
  for (const std::string& number : numbers) {
    size_t count = 0;
    const std::string digits = number.starts_with("V-") ? number.substr(2) : std::string();
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (count > 0 && voucher_id(count - 1) == number) places.insert(count - 1);
  }
  passed_over_.clear();
  for (const size_t place : places) passed_over_.push_back(place - passed_over_.size());
}

std::string Book::voucher_number(size_t index) const {
  const auto behind = std::upper_bound(passed_over_.begin(), passed_over_.end(), index);
  return voucher_id(index + static_cast<size_t>(behind - passed_over_.begin()));
}

bool restricted(const Book& book, const std::string& region, bool by_region) {
  const auto all = book.restrictions();
  return std::any_of(all.begin(), all.end(),
                     [&](const Restriction& one) { return !one.to && one.concerns(region, by_region); });
}

std::optional<Circle> State::circle(const std::string& code) const {
  const auto at = queues.find(code);
  return at == queues.end() ? std::nullopt : std::optional<Circle>(at->second);
}

void State::keep(const std::string& code, const Circle& circle) { static_cast<Circle&>(queues[code]) = circle; }

std::vector<std::string> State::circles() const {
  std::vector<std::string> out;
  for (const auto& [code, queue] : queues) out.push_back(code);
  return out;
}

std::vector<int> State::free_places(const std::string& circle) const {
  const auto& free = queues.at(circle).free;
  return {free.begin(), free.end()};
}

std::vector<Book::OpenCircle> State::open_circles(const std::string& queue) const {
  std::vector<OpenCircle> out;
  for (const auto& [code, one] : queues) {
    if (one.facts.queue != queue || one.free.empty() || one.waiting.empty()) continue;
    out.push_back({code, one, {one.free.begin(), one.free.end()}});
  }
  return out;
}

bool State::anybody_waits(const std::string& queue) const {
  return std::any_of(queues.begin(), queues.end(),
                     [&](const auto& one) { return one.second.facts.queue == queue && !one.second.waiting.empty(); });
}

std::optional<Book::Waiting> State::next(const std::string& circle, const OrderKey* behind) const {
  const auto& waiting = queues.at(circle).waiting;
  auto at = behind == nullptr ? waiting.begin() : place_of(waiting, *behind);
  if (behind != nullptr && at != waiting.end() && at->first == *behind) ++at;
  return at == waiting.end() ? std::nullopt : std::optional<Waiting>(*at);
}

int State::ahead(const std::string& circle, const OrderKey& key) const {
  const auto& waiting = queues.at(circle).waiting;
  return static_cast<int>(std::distance(waiting.begin(), place_of(waiting, key)));
}

std::vector<size_t> State::silent(const std::string& queue, calendar::Instant since) const {
  std::vector<size_t> out;
  for (const auto& [code, one] : queues) {
    if (one.facts.queue != queue) continue;
    for (const auto& [key, index] : one.waiting) {
      if (all_applications[index].confirmed < since) out.push_back(index);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<size_t> State::outgrowing(calendar::Date day) const {
  std::vector<size_t> out = found(outgrows_, day).value_or(std::vector<size_t>());
  std::erase_if(out, [&](size_t index) { return all_applications[index].state != ApplicationState::waiting; });
  return out;
}

size_t State::movements(const std::string& circle) const { return queues.at(circle).movements.size(); }

std::vector<Movement> State::movements_from(const std::string& circle, size_t first) const {
  const auto& all = queues.at(circle).movements;
  return {all.begin() + static_cast<std::ptrdiff_t>(std::min(first, all.size())), all.end()};
}

void State::keep(size_t index, const Application& application) {
  auto& waiting = queues.at(application.circle).waiting;
  if (index == all_applications.size()) {
    application_at_.emplace(application.id, index);
    of_child_[application.child].push_back(index);
    outgrows_[application.outgrows].push_back(index);
  } else if (all_applications[index].state == ApplicationState::waiting) {
    waiting.erase(place_of(waiting, all_applications[index].key));
  }
  if (application.state == ApplicationState::waiting)
    waiting.insert(place_of(waiting, application.key), {application.key, index});
  put(all_applications, index, application);
}

std::optional<size_t> State::find_application(const std::string& id) const { return found(application_at_, id); }

std::vector<size_t> State::of_child(const std::string& child) const {
  return found(of_child_, child).value_or(std::vector<size_t>());
}

void State::keep(size_t index, const Voucher& voucher) {
  if (index == all_vouchers.size()) voucher_at_.emplace(voucher.id, index);
  if (voucher.expires && voucher.state == VoucherState::valid) {
    expiries_.emplace(*voucher.expires, index);
  } else if (voucher.expires) {
    expiries_.erase({*voucher.expires, index});
  }
  put(all_vouchers, index, voucher);
}

std::optional<size_t> State::find_voucher(const std::string& id) const { return found(voucher_at_, id); }

std::optional<std::pair<calendar::Instant, size_t>> State::next_expiry() const {
  return expiries_.empty() ? std::nullopt : std::optional(*expiries_.begin());
}

std::optional<Fund> State::fund(const FundKey& which) const { return found(all_funds, which); }

void State::keep(size_t index, const Restriction& restriction) { put(all_restrictions, index, restriction); }

}  // namespace esep::queue
