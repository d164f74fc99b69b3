// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "queue/audit.h"

namespace esep::queue {

/// From a moment up to another, that one excluded.
struct Span {
  calendar::Instant from;
  calendar::Instant to;
  [[nodiscard]] bool holds(calendar::Instant at) const { return from < at && at < to; }
};
inline constexpr calendar::Instant kNever{INT64_MAX};

/// What an audited log says of one application.
struct Case {
  const AuditedApplication* application = nullptr;
  std::vector<const AuditedVoucher*> vouchers;  // by issue
  std::vector<const AuditedEvent*> confirmed;
  const AuditedEvent* left = nullptr;
  struct Waiting {
    Span span;
    OrderKey key;
  };
  std::vector<Waiting> waiting;
  calendar::Instant live_until = kNever;

  /// Its wait at that moment; a wait that ends with a voucher of that moment too if `with_end`. nullptr: it does not
  /// wait.
  [[nodiscard]] const Waiting* waits(calendar::Instant at, bool with_end = false) const;
};

/// An audited log by application, place, child and circle. What it points to must outlive it.
class Cases {
 public:
  Cases(const AuditedLog& log, const PolicyBook& policies, const std::string& queue);

  [[nodiscard]] const std::vector<Case>& all() const { return cases_; }
  [[nodiscard]] const Case* find(const std::string& application) const;
  [[nodiscard]] const AuditedPlace* place(const std::string& id) const;
  [[nodiscard]] const std::map<std::string, std::vector<const Case*>>& of_circle() const { return of_circle_; }
  [[nodiscard]] const Policy& policy(calendar::Date day) const { return policies_.in_force(queue_, day); }
  /// Whether a place of the circle was entered before that moment and is not held by a voucher then.
  [[nodiscard]] bool has_free_place(const std::string& circle, calendar::Instant at) const;
  /// The moment of the run if it was issued within the minute of the run, else its own.
  [[nodiscard]] calendar::Instant moment(const AuditedVoucher& voucher) const;
  /// When its validity ends or it was used.
  [[nodiscard]] calendar::Instant end(const AuditedVoucher& voucher) const;
  /// When its place may be given again.
  [[nodiscard]] calendar::Instant release(const AuditedVoucher& voucher) const;
  [[nodiscard]] bool stopped(calendar::Instant at) const;
  [[nodiscard]] calendar::Instant last_moment() const { return last_moment_; }

 private:
  void close(Case& one) const;

  const PolicyBook& policies_;
  std::string queue_;
  std::vector<Case> cases_;
  std::unordered_map<std::string, size_t> at_;
  std::unordered_map<std::string, const AuditedPlace*> places_;
  std::map<std::string, std::vector<const Case*>> of_circle_;
  std::unordered_map<std::string, std::vector<const AuditedPlace*>> places_of_circle_;
  std::unordered_map<std::string, std::vector<const AuditedVoucher*>> vouchers_of_place_;
  std::map<std::string, std::vector<Span>> stops_;  // by region
  calendar::Instant last_moment_;
};

}  // namespace esep::queue
