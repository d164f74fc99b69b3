// SPDX-License-Identifier: MIT
#include "web/visit_limit.h"

#include <algorithm>

#include "http/client_network.h"

namespace esep::web {

accounts::Instant VisitLimit::wait(const std::string& address, accounts::Instant now) {
  const std::scoped_lock lock(changing_);
  accounts::Instant& free_at = allowance(http::client_network(address), now);
  const accounts::Instant next = std::max(free_at, now) + seconds_;
  if (const accounts::Instant over = next - now - most_ahead_; over > 0) return over;
  free_at = next;
  return 0;
}

accounts::Instant& VisitLimit::allowance(const std::string& client, accounts::Instant now) {
  const auto known = free_at_.find(client);
  if (known != free_at_.end()) return known->second;
  if (free_at_.size() >= kClients && cleaned_at_ != now) {  // once a second: many come while there is no room
    cleaned_at_ = now;
    std::erase_if(free_at_, [now](const auto& one) { return one.second <= now; });
  }
  return free_at_.size() >= kClients ? others_free_at_ : free_at_[client];
}

size_t VisitLimit::clients() const {
  const std::scoped_lock lock(changing_);
  return free_at_.size();
}

}  // namespace esep::web
