// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "queue/policy.h"
#include "queue/records.h"

namespace esep::queue {

/// What a run reads. The state in memory is one supply, a database another: a run keeps no more than one candidate of
/// each open circle, whoever waits behind.
class Supply {
 public:
  struct OpenCircle {
    std::string code;
    std::string operator_code;
    std::string region;
    Decimal norm;
    std::vector<int> free;  // ascending, not empty
  };
  struct Candidate {
    OrderKey key;
    std::string application;
    size_t index = 0;  // for who takes the answer
  };

  Supply() = default;
  Supply(const Supply&) = delete;
  Supply& operator=(const Supply&) = delete;
  virtual ~Supply() = default;

  /// The circles of the queue with a free place and somebody waiting, by code.
  [[nodiscard]] virtual std::vector<OpenCircle> open_circles() const = 0;
  /// Who waits first in the circle behind that key, or first of all.
  [[nodiscard]] virtual std::optional<Candidate> next(const std::string& circle, const OrderKey* behind) const = 0;
  /// What is left of the operator's year; nullopt: it has no fund.
  [[nodiscard]] virtual std::optional<Decimal> left(const std::string& operator_code, int year) const = 0;
  [[nodiscard]] virtual bool restricted(const std::string& region) const = 0;
  [[nodiscard]] virtual bool anybody_waits() const = 0;
};

struct Grant {
  size_t application = 0;  // Candidate::index
  std::string circle;
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

/// The run of a day (p. 12): a pure function. `issued` vouchers exist already. docs/queues.md has the algorithm and the
/// lines of the digests.
[[nodiscard]] Distribution distribute(const Supply& supply, const Policy& policy, calendar::Date day,
                                      const calendar::WorkingDays& calendar, size_t issued);

}  // namespace esep::queue
