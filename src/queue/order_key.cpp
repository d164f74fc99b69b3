// SPDX-License-Identifier: MIT
#include "queue/order_key.h"

#include "base/hash.h"

namespace esep::queue {

OrderKey order_key(const std::string& id, int64_t number, const std::string& priority, calendar::Instant at,
                   const Policy& policy) {
  const int rank = policy.rank_of(priority);
  const bool overtakes = policy.ours(Switch::priority_overtakes);
  const bool by_number = policy.ours(Switch::equal_times);
  return {overtakes ? rank : 0, at, overtakes ? 0 : rank, by_number ? std::string() : sha256_hex(id), number};
}

}  // namespace esep::queue
