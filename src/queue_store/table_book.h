// SPDX-License-Identifier: MIT
#pragma once

#include "queue/book.h"
#include "queue_store/statements.h"

namespace esep::queue_store {

/// A state in the tables of queue.db: a fold reads and writes only what an event touches. Inside the caller's
/// transaction. What would be a double is SQLITE-CONSTRAINT.
class TableBook : public queue::Book {
 public:
  /// The database must outlive the book.
  explicit TableBook(sqlite::Database& database) : database_(database), statements_(database) {}

  [[nodiscard]] std::optional<queue::Circle> circle(const std::string& code) const override;
  void keep(const std::string& code, const queue::Circle& circle) override;
  [[nodiscard]] std::vector<std::string> circles() const override;
  [[nodiscard]] std::vector<int> free_places(const std::string& circle) const override;
  void offer(const std::string& circle, int place) override;
  void fill(const std::string& circle, int place) override;
  [[nodiscard]] std::vector<OpenCircle> open_circles(const std::string& queue) const override;
  [[nodiscard]] bool anybody_waits(const std::string& queue) const override;
  [[nodiscard]] std::optional<Waiting> next(const std::string& circle, const queue::OrderKey* behind) const override;
  [[nodiscard]] int ahead(const std::string& circle, const queue::OrderKey& key) const override;
  [[nodiscard]] std::vector<size_t> silent(const std::string& queue, calendar::Instant since) const override;
  [[nodiscard]] std::vector<size_t> outgrowing(calendar::Date day) const override;
  void move(const std::string& circle, const queue::Movement& movement) override;
  [[nodiscard]] size_t movements(const std::string& circle) const override;
  [[nodiscard]] std::vector<queue::Movement> movements_from(const std::string& circle, size_t first) const override;
  void keep(size_t index, const queue::Application& application) override;
  [[nodiscard]] queue::Application application(size_t index) const override;
  [[nodiscard]] size_t applications() const override;
  [[nodiscard]] std::optional<size_t> find_application(const std::string& id) const override;
  [[nodiscard]] std::vector<size_t> of_child(const std::string& child) const override;
  void keep(size_t index, const queue::Voucher& voucher) override;
  [[nodiscard]] queue::Voucher voucher(size_t index) const override;
  [[nodiscard]] size_t vouchers() const override;
  [[nodiscard]] std::optional<size_t> find_voucher(const std::string& id) const override;
  [[nodiscard]] std::optional<std::pair<calendar::Instant, size_t>> next_expiry() const override;
  [[nodiscard]] std::optional<queue::Fund> fund(const FundKey& which) const override;
  void keep(const FundKey& which, const queue::Fund& fund) override;
  [[nodiscard]] std::map<FundKey, queue::Fund> funds() const override;
  [[nodiscard]] std::vector<queue::Restriction> restrictions() const override;
  void keep(size_t index, const queue::Restriction& restriction) override;
  /// The record of a run is only appended: one that is there stays as it is.
  void record(const queue::Run& run) override;

  /// Empties all tables that follow from the log, but for the records of runs.
  void clear();

 private:
  std::vector<size_t> indices(Statements::Loan rows) const;
  std::optional<size_t> index_of(Statements::Loan row) const;

  sqlite::Database& database_;
  Statements statements_;
};

}  // namespace esep::queue_store
