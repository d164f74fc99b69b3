// SPDX-License-Identifier: MIT
#include "queue/distribute.h"

#include <queue>

#include <fmt/core.h>

#include "base/hash.h"

namespace esep::queue {

std::string voucher_id(size_t index) { return fmt::format("V-{:07}", index + 1); }

namespace {

constexpr int kMoneyPlaces = 2;
constexpr const char* kRestriction = "restriction";
constexpr const char* kNoFund = "no_fund";
constexpr const char* kMoney = "money";

class Distributor {
 public:
  Distributor(const Book& book, const Policy& policy, calendar::Date day, const calendar::WorkingDays& calendar)
      : book_(book), policy_(policy), day_(day), issued_(book.vouchers()), months_(policy.months_paid(day)) {
    in_season_ = policy.in_season(day, calendar);
    if (in_season_) valid_until_ = policy.valid_until(day, calendar);
  }

  Distribution run() {
    read(fmt::format("run {} {} {}", policy_.queue, policy_.edition, day_.iso()));
    if (in_season_) {
      sort_circles();
      if (policy_.money) read_money();
      for (const auto& [operator_code, circles] : by_operator_) serve(operator_code, circles);
    }
    for (const auto& [which, circles] : out_.held) {
      output_.update(fmt::format("held {} {} {}\n", which.first, which.second, circles));
    }
    out_.run = {
        policy_.queue,        day_,           static_cast<int>(out_.grants.size()), reason(), input_.finish_hex(),
        output_.finish_hex(), policy_.edition};
    return std::move(out_);
  }

 private:
  /// The next candidate of a circle, with how many places the circle has behind this one.
  struct Head {
    const Book::OpenCircle* circle = nullptr;
    Book::Waiting candidate;
    size_t place = 0;  // index in `free`
  };
  /// The first in the order stands on top.
  struct Later {
    bool by_circle;
    bool operator()(const Head& a, const Head& b) const {
      if (by_circle && a.circle->code != b.circle->code) return b.circle->code < a.circle->code;
      return b.candidate < a.candidate;
    }
  };
  using Heads = std::priority_queue<Head, std::vector<Head>, Later>;

  void read(const std::string& line) { input_.update(line + "\n"); }

  void sort_circles() {
    circles_ = book_.open_circles(policy_.queue);
    for (const auto& circle : circles_) {
      std::string places;
      for (const int place : circle.free) places += (places.empty() ? "" : ",") + std::to_string(place);
      read(fmt::format("circle {} {}", circle.code, places));
      const CircleFacts& facts = circle.circle.facts;
      if (restricted(book_, facts.region, policy_.ours(Switch::stop_by_region))) {
        ++out_.held[{facts.operator_code, kRestriction}];
      } else if (policy_.money && !book_.fund({facts.operator_code, day_.year()})) {
        ++out_.held[{facts.operator_code, kNoFund}];
      } else {
        by_operator_[facts.operator_code].push_back(&circle);
      }
    }
  }

  void read_money() {
    for (const auto& [operator_code, circles] : by_operator_) {
      const Decimal left = book_.fund({operator_code, day_.year()}).value().left;
      read(fmt::format("money {} {} {}", operator_code, day_.year(), left.to_string(kMoneyPlaces)));
    }
  }

  void serve(const std::string& operator_code, const std::vector<const Book::OpenCircle*>& circles) {
    Heads heads(Later{!policy_.ours(Switch::money_short)});
    for (const auto* circle : circles) push(heads, {circle, {}, 0}, nullptr);
    Decimal left = policy_.money ? book_.fund({operator_code, day_.year()}).value().left : Decimal();
    while (!heads.empty()) {
      const Head head = heads.top();
      const std::string application = book_.application(head.candidate.second).id;
      read(fmt::format("candidate {} {}", application, head.circle->code));
      const Decimal amount = Decimal::from_units(head.circle->circle.norm.units() * months_);
      if (policy_.money && amount > left) {
        out_.held[{operator_code, kMoney}] = static_cast<int>(heads.size());
        return;
      }
      if (policy_.money) left = checked_sub(left, amount).value();
      grant(head, application, amount);
      heads.pop();
      if (head.place + 1 < head.circle->free.size())
        push(heads, {head.circle, {}, head.place + 1}, &head.candidate.first);
    }
  }

  void push(Heads& heads, Head head, const OrderKey* behind) const {
    auto candidate = book_.next(head.circle->code, behind);
    if (!candidate) return;
    head.candidate = std::move(*candidate);
    heads.push(std::move(head));
  }

  void grant(const Head& head, const std::string& application, Decimal amount) {
    const Circle& circle = head.circle->circle;
    const Grant one{head.candidate.second,
                    head.circle->code,
                    circle.facts.operator_code,
                    head.circle->free[head.place],
                    months_,
                    circle.norm,
                    amount,
                    valid_until_};
    output_.update(fmt::format("voucher {} {} {}#{} {} {}\n", book_.voucher_number(issued_ + out_.grants.size()),
                               application, one.circle, one.place, amount.to_string(kMoneyPlaces),
                               valid_until_ ? valid_until_->iso() : "-"));
    out_.grants.push_back(one);
  }

  [[nodiscard]] std::string reason() const {
    if (!out_.grants.empty()) return {};
    if (!in_season_) return "season";
    for (const char* reason : {kRestriction, kNoFund, kMoney}) {
      for (const auto& [which, circles] : out_.held) {
        if (which.second == reason) return reason;
      }
    }
    return book_.anybody_waits(policy_.queue) ? "no_places" : "nobody";
  }

  const Book& book_;
  const Policy& policy_;
  calendar::Date day_;
  size_t issued_;
  int months_;
  bool in_season_ = false;
  std::optional<calendar::Date> valid_until_;
  std::vector<Book::OpenCircle> circles_;
  std::map<std::string, std::vector<const Book::OpenCircle*>> by_operator_;
  Sha256 input_;
  Sha256 output_;
  Distribution out_;
};

}  // namespace

Distribution distribute(const Book& book, const Policy& policy, calendar::Date day,
                        const calendar::WorkingDays& calendar) {
  return Distributor(book, policy, day, calendar).run();
}

}  // namespace esep::queue
