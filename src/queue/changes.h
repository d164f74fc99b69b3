// SPDX-License-Identifier: MIT
#pragma once

#include "queue/book.h"
#include "queue/distribute.h"

namespace esep::queue {

/// The changes of which events consist. Each keeps the movements and the money in step.
class Changes {
 public:
  Changes(Book& book, const PolicyBook& policies) : book_(book), policies_(policies) {}

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
  void stand(Application& application, const Policy& policy, calendar::Instant at) const;
  void arrive(size_t index, Application application, Cause cause);

  Book& book_;
  const PolicyBook& policies_;
};

}  // namespace esep::queue
