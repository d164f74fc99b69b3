// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "queue/book.h"

namespace esep::queue {

/// Everything that a log says up to a moment, in memory.
struct State : Book {
  struct CircleQueue : Circle {
    std::set<int> free;
    std::vector<Waiting> waiting;  // by key
    std::vector<Movement> movements;
  };

  [[nodiscard]] std::optional<Circle> circle(const std::string& code) const override;
  void keep(const std::string& code, const Circle& circle) override;
  [[nodiscard]] std::vector<std::string> circles() const override;
  [[nodiscard]] std::vector<int> free_places(const std::string& circle) const override;
  void offer(const std::string& circle, int place) override { queues.at(circle).free.insert(place); }
  void fill(const std::string& circle, int place) override { queues.at(circle).free.erase(place); }
  [[nodiscard]] std::vector<OpenCircle> open_circles(const std::string& queue) const override;
  [[nodiscard]] bool anybody_waits(const std::string& queue) const override;
  [[nodiscard]] std::optional<Waiting> next(const std::string& circle, const OrderKey* behind) const override;
  [[nodiscard]] int ahead(const std::string& circle, const OrderKey& key) const override;
  [[nodiscard]] std::vector<size_t> silent(const std::string& queue, calendar::Instant since) const override;
  [[nodiscard]] std::vector<size_t> outgrowing(calendar::Date day) const override;
  void move(const std::string& circle, const Movement& one) override { queues.at(circle).movements.push_back(one); }
  [[nodiscard]] size_t movements(const std::string& circle) const override;
  [[nodiscard]] std::vector<Movement> movements_from(const std::string& circle, size_t first) const override;
  void keep(size_t index, const Application& application) override;
  [[nodiscard]] Application application(size_t index) const override { return all_applications[index]; }
  [[nodiscard]] size_t applications() const override { return all_applications.size(); }
  [[nodiscard]] std::optional<size_t> find_application(const std::string& id) const override;
  [[nodiscard]] std::vector<size_t> of_child(const std::string& child) const override;
  void keep(size_t index, const Voucher& voucher) override;
  [[nodiscard]] Voucher voucher(size_t index) const override { return all_vouchers[index]; }
  [[nodiscard]] size_t vouchers() const override { return all_vouchers.size(); }
  [[nodiscard]] std::optional<size_t> find_voucher(const std::string& id) const override;
  [[nodiscard]] std::optional<std::pair<calendar::Instant, size_t>> next_expiry() const override;
  [[nodiscard]] std::optional<Fund> fund(const FundKey& which) const override;
  void keep(const FundKey& which, const Fund& fund) override { all_funds.insert_or_assign(which, fund); }
  [[nodiscard]] std::map<FundKey, Fund> funds() const override { return all_funds; }
  [[nodiscard]] std::vector<Restriction> restrictions() const override { return all_restrictions; }
  void keep(size_t index, const Restriction& restriction) override;
  void record(const Run& run) override { runs.push_back(run); }

  std::map<std::string, CircleQueue> queues;  // by circle
  std::vector<Application> all_applications;
  std::vector<Voucher> all_vouchers;
  std::map<FundKey, Fund> all_funds;
  std::vector<Restriction> all_restrictions;
  std::vector<Run> runs;

 private:
  std::unordered_map<std::string, size_t> application_at_;
  std::unordered_map<std::string, std::vector<size_t>> of_child_;
  std::map<calendar::Date, std::vector<size_t>> outgrows_;
  std::unordered_map<std::string, size_t> voucher_at_;
  std::set<std::pair<calendar::Instant, size_t>> expiries_;
};

}  // namespace esep::queue
