// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "queue/distribute.h"
#include "queue/policy.h"
#include "queue/records.h"

namespace esep::queue {

/// Everything that a log says up to a moment. Indices of applications and vouchers never change.
struct State {
  std::map<std::string, Circle> circles;
  std::vector<Application> applications;
  std::unordered_map<std::string, size_t> application_at;
  std::unordered_map<std::string, std::vector<size_t>> of_child;
  std::vector<Voucher> vouchers;
  std::unordered_map<std::string, size_t> voucher_at;
  std::map<std::pair<std::string, int>, Fund> funds;  // operator, year
  std::vector<Restriction> restrictions;
  std::vector<Run> runs;
};

/// Whether restrictive measures hold the region now; without `by_region` those of any region do.
[[nodiscard]] bool restricted(const State& state, const std::string& region, bool by_region);

/// The state as what a run of one queue reads; it must outlive the supply.
[[nodiscard]] std::unique_ptr<Supply> supply_of(const State& state, const Policy& policy);

/// The changes of which events consist. Each keeps the indices, the movements and the money in step.
class Changes {
 public:
  Changes(State& state, const PolicyBook& policies) : state_(state), policies_(policies) {}

  /// A new application at its place in the queue, with its order by the policy of that moment.
  void enter(Application application, const Policy& policy, calendar::Instant at);
  /// A child whose voucher was recalled comes back (p. 14).
  void come_back(size_t application, const Policy& policy, calendar::Instant at);
  /// The application leaves the queue, or its voucher ends with it.
  void leave(size_t application, ApplicationState as, calendar::Instant at);
  void issue(const Grant& grant, const Policy& policy, calendar::Date day);
  /// The voucher ends: its money and its place come back as docs/queues.md says.
  void end_voucher(size_t voucher, VoucherState as, calendar::Instant at);

 private:
  void stand(size_t application, const Policy& policy, calendar::Instant at);
  void arrive(size_t application, Cause cause);
  void depart(size_t application, Cause cause);

  State& state_;
  const PolicyBook& policies_;
};

}  // namespace esep::queue
