// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <string>

#include "calendar/instant.h"
#include "queue/policy.h"

namespace esep::queue {

/// Where an application stands in its circle (p. 11). The members compare in their order; those that a policy does not
/// use are equal in all keys.
struct OrderKey {
  int rank = 0;  // class of priority, if priority overtakes
  calendar::Instant at;
  int rank_of_equals = 0;  // class of priority, if it does not
  std::string lot;         // SHA-256 of the id, if equal times are drawn
  int64_t number = 0;      // applications accepted before, plus one
  auto operator<=>(const OrderKey&) const = default;
};

/// The key of an application that takes its place at that moment.
[[nodiscard]] OrderKey order_key(const std::string& id, int64_t number, const std::string& priority,
                                 calendar::Instant at, const Policy& policy);

}  // namespace esep::queue
