// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "queue/book.h"
#include "queue/policy.h"

namespace esep::queue {

struct Grant {
  size_t application = 0;  // its index
  std::string circle;
  std::string operator_code;
  int place = 0;
  int months = 0;
  Decimal norm;
  Decimal amount;
  std::optional<calendar::Date> valid_until;
};

struct Distribution {
  std::vector<Grant> grants;  // in the order of the vouchers' numbers
  /// Circles that got nothing or too little, by operator and reason (`restriction`, `no_fund`, `money`).
  std::map<std::pair<std::string, std::string>, int> held;
  Run run;
};

/// The run of a day (p. 12): a pure function. It keeps no more than one candidate of each open circle, whoever waits
/// behind. docs/queues.md has the algorithm and the lines of the digests.
[[nodiscard]] Distribution distribute(const Book& book, const Policy& policy, calendar::Date day,
                                      const calendar::WorkingDays& calendar);

}  // namespace esep::queue
