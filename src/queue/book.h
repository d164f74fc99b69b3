// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "queue/records.h"

namespace esep::queue {

/// Where the state of a log is kept: in memory (State), or in the tables of a store, so that a deed reads and writes
/// only what it touches. All things are read and kept by value. Applications and vouchers have indices from 0 that
/// never change; to keep the index behind the last one adds it.
class Book {
 public:
  struct OpenCircle {
    std::string code;
    Circle circle;
    std::vector<int> free;  // ascending, not empty
  };
  /// Who waits: the key and the application's index.
  using Waiting = std::pair<OrderKey, size_t>;
  using FundKey = std::pair<std::string, int>;  // operator, year

  Book() = default;
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  virtual ~Book() = default;

  [[nodiscard]] virtual std::optional<Circle> circle(const std::string& code) const = 0;
  virtual void keep(const std::string& code, const Circle& circle) = 0;
  [[nodiscard]] virtual std::vector<std::string> circles() const = 0;  // their codes, in order
  [[nodiscard]] virtual std::vector<int> free_places(const std::string& circle) const = 0;
  virtual void offer(const std::string& circle, int place) = 0;
  virtual void fill(const std::string& circle, int place) = 0;

  /// The circles of the queue with a free place and somebody waiting, by code.
  [[nodiscard]] virtual std::vector<OpenCircle> open_circles(const std::string& queue) const = 0;
  [[nodiscard]] virtual bool anybody_waits(const std::string& queue) const = 0;
  /// Who waits first in the circle behind that key, or first of all.
  [[nodiscard]] virtual std::optional<Waiting> next(const std::string& circle, const OrderKey* behind) const = 0;
  /// How many wait in the circle before that key.
  [[nodiscard]] virtual int ahead(const std::string& circle, const OrderKey& key) const = 0;
  /// Who waits in the queue and has not confirmed since that moment, by index.
  [[nodiscard]] virtual std::vector<size_t> silent(const std::string& queue, calendar::Instant since) const = 0;
  /// Who waits and is too old from that day on, by index.
  [[nodiscard]] virtual std::vector<size_t> outgrowing(calendar::Date day) const = 0;

  virtual void move(const std::string& circle, const Movement& movement) = 0;
  [[nodiscard]] virtual size_t movements(const std::string& circle) const = 0;
  [[nodiscard]] virtual std::vector<Movement> movements_from(const std::string& circle, size_t first) const = 0;

  /// Who waits by this record stands in the circle's queue at its key, and nobody else does.
  virtual void keep(size_t index, const Application& application) = 0;
  [[nodiscard]] virtual Application application(size_t index) const = 0;
  [[nodiscard]] virtual size_t applications() const = 0;
  [[nodiscard]] virtual std::optional<size_t> find_application(const std::string& id) const = 0;
  [[nodiscard]] virtual std::vector<size_t> of_child(const std::string& child) const = 0;

  virtual void keep(size_t index, const Voucher& voucher) = 0;
  [[nodiscard]] virtual Voucher voucher(size_t index) const = 0;
  [[nodiscard]] virtual size_t vouchers() const = 0;
  [[nodiscard]] virtual std::optional<size_t> find_voucher(const std::string& id) const = 0;
  /// The unused voucher that expires first; of one moment the lowest.
  [[nodiscard]] virtual std::optional<std::pair<calendar::Instant, size_t>> next_expiry() const = 0;

  [[nodiscard]] virtual std::optional<Fund> fund(const FundKey& which) const = 0;
  virtual void keep(const FundKey& which, const Fund& fund) = 0;
  [[nodiscard]] virtual std::map<FundKey, Fund> funds() const = 0;
  [[nodiscard]] virtual std::vector<Restriction> restrictions() const = 0;
  virtual void keep(size_t index, const Restriction& restriction) = 0;
  virtual void record(const Run& run) = 0;

  /// Of these numbers those of vouchers are given to none: a log that this one replaced gave them. Before the first
  /// event; the log itself must have given none of them.
  void pass_over(const std::vector<std::string>& numbers);
  /// "V-0000001": of the voucher with that index, whether it was issued or not.
  [[nodiscard]] std::string voucher_number(size_t index) const;

 private:
  std::vector<size_t> passed_over_;  // before which index each stands, ascending
};

/// Whether restrictive measures hold the region now; without `by_region` those of any region do.
[[nodiscard]] bool restricted(const Book& book, const std::string& region, bool by_region);

}  // namespace esep::queue
