// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>

#include "accounts/account.h"

namespace esep::web {

/// How often one client may ask for what could be guessed: so many times at once, and once every so many seconds then.
/// Clients of one IPv6 network (/64) are one, since a single computer has all its addresses.
///
/// It remembers kClients at most. Those that come while there are so many share one allowance.
///
/// Threads: several may ask at once.
class VisitLimit {
 public:
  static constexpr size_t kClients = 20'000;

  VisitLimit(accounts::Instant at_once, accounts::Instant seconds)
      : seconds_(seconds), most_ahead_(at_once * seconds) {}

  /// Counts a visit from an address. 0: it may go on; else in how many seconds the next one may, and this one does not
  /// count.
  [[nodiscard]] accounts::Instant wait(const std::string& address, accounts::Instant now);
  [[nodiscard]] size_t clients() const;

 private:
  [[nodiscard]] accounts::Instant& allowance(const std::string& client, accounts::Instant now);

  accounts::Instant seconds_;
  accounts::Instant most_ahead_;
  mutable std::mutex changing_;
  std::map<std::string, accounts::Instant> free_at_;  // by client: when all its visits are forgotten
  accounts::Instant others_free_at_ = 0;
  accounts::Instant cleaned_at_ = 0;
};

}  // namespace esep::web
