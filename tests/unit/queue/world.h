// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/file.h"
#include "queue/fold.h"
#include "queue/ledger.h"
#include "queue/state.h"
#include "source_folder.h"
#include "state_text.h"

namespace esep::queue {

/// The creative order and the sport order of the samples, with the working days of Kazakhstan and a fold that tests
/// feed. A switch is turned before the first event.
class World {
 public:
  explicit World(const std::string& only_turned = "") {
    Diagnostics diagnostics;
    const std::string source = source_folder();
    const std::string days = source + "/data/calendar/kz.csv";
    calendar_ = calendar::WorkingDays::from_csv(days, read_file(days), diagnostics);
    creative_ = policy(source + "/data/queues/creative-order.2026-07.toml", diagnostics);
    sport_ = policy(source + "/tests/samples/queues/sport.2026-01.toml", diagnostics);
    if (has_errors(diagnostics)) throw std::runtime_error(diagnostics.front().code);
    for (const SwitchWords& words : switch_words()) {
      if (words.name == only_turned) creative_.readings[static_cast<size_t>(words.which)].ours = false;
    }
    policies_.add(creative_);
    policies_.add(sport_);
  }

  std::optional<Remark> take(const std::string& at, EventKind kind, const std::string& ref = "") {
    Event event;
    event.at = calendar::Instant::parse_local(at).value();
    event.kind = kind;
    event.ref = ref;
    return fold_.take(event);
  }

  std::optional<Remark> circle(const std::string& at, const std::string& code, const std::string& norm = "10000",
                               const std::string& region = "R", const std::string& queue = "creative-order") {
    Event event;
    event.at = calendar::Instant::parse_local(at).value();
    event.kind = EventKind::circle;
    event.ref = code;
    event.facts = {queue, "KZ-75", region, 6, 10};
    event.amount = Decimal::parse(norm).value();
    return fold_.take(event);
  }

  void fund(const std::string& at, const std::string& amount, int year = 2026) {
    Event event;
    event.at = calendar::Instant::parse_local(at).value();
    event.kind = EventKind::fund;
    event.facts.operator_code = "KZ-75";
    event.count = year;
    event.amount = Decimal::parse(amount).value();
    if (fold_.take(event)) throw std::runtime_error("a fund is refused: " + at);
  }

  std::optional<Remark> apply(const std::string& at, const std::string& id, const std::string& circle = "C-1",
                              const std::string& priority = "", const std::string& born = "2018-01-15") {
    Event event;
    event.at = calendar::Instant::parse_local(at).value();
    event.kind = EventKind::apply;
    event.ref = id;
    event.circle = circle;
    event.child = "k" + id.substr(0, 3);  // A-1 and A-1b are of one child
    event.born = calendar::Date::parse_iso(born).value();
    event.priority = priority;
    return fold_.take(event);
  }

  std::optional<Remark> vacate(const std::string& at, int count, const std::string& circle = "C-1",
                               const std::string& day = "") {
    Event event;
    event.at = calendar::Instant::parse_local(at).value();
    event.kind = EventKind::vacate;
    event.ref = circle;
    event.count = count;
    event.day = day.empty() ? event.at.date() : calendar::Date::parse_iso(day).value();
    return fold_.take(event);
  }

  std::optional<Remark> restrict(const std::string& at, EventKind kind, const std::string& region) {
    Event event;
    event.at = calendar::Instant::parse_local(at).value();
    event.kind = kind;
    event.facts.region = region;
    return fold_.take(event);
  }

  /// A circle C-1 of the norm 10,000 with a fund of a million, and `waiting` applications A-1, A-2 … of 1 to 9 minutes
  /// past nine.
  void usual(const std::string& day, int waiting) {
    circle(day + "T08:00", "C-1");
    fund(day + "T08:00", "1000000");
    for (int i = 1; i <= waiting; ++i) apply(day + "T09:0" + std::to_string(i), "A-" + std::to_string(i));
  }

  void pass(const std::string& until) { fold_.pass_time(calendar::Instant::parse_local(until).value()); }

  [[nodiscard]] const State& state() const { return state_; }
  [[nodiscard]] const Policy& creative() const { return creative_; }
  [[nodiscard]] const calendar::WorkingDays& calendar() const { return calendar_; }
  [[nodiscard]] const PolicyBook& policies() const { return policies_; }

  /// The lines of the state that begin so, joined.
  [[nodiscard]] std::string lines(const std::string& beginning) const {
    std::string out;
    const std::string text = state_text(state());
    for (size_t at = 0; at < text.size();) {
      const size_t end = text.find('\n', at);
      const std::string line = text.substr(at, end - at);
      if (line.starts_with(beginning)) out += (out.empty() ? "" : "\n") + line;
      at = end + 1;
    }
    return out;
  }
  /// "3 -" or "0 season": what the run of that day gave, and why nothing.
  [[nodiscard]] std::string run(const std::string& day) const {
    for (const Run& one : state().runs) {
      if (one.queue == "creative-order" && one.day.iso() == day)
        return std::to_string(one.given) + " " + (one.reason.empty() ? "-" : one.reason);
    }
    return "none";
  }
  [[nodiscard]] std::string waiting(const std::string& circle = "C-1") const {
    std::string out;
    for (const auto& [key, index] : state().queues.at(circle).waiting)
      out += (out.empty() ? "" : " ") + state().application(index).id;
    return out;
  }
  [[nodiscard]] std::string application(const std::string& id) const {
    return std::string(
        enum_name(kApplicationStateNames, state().application(state().find_application(id).value()).state));
  }
  [[nodiscard]] const Voucher& voucher(const std::string& id) const {
    return state().all_vouchers[state().find_voucher(id).value()];
  }
  [[nodiscard]] std::string voucher_state(const std::string& id) const {
    return std::string(enum_name(kVoucherStateNames, voucher(id).state));
  }
  [[nodiscard]] std::string left(int year = 2026) const {
    return state().fund({"KZ-75", year}).value().left.to_string(2);
  }
  [[nodiscard]] std::optional<Standing> standing(const std::string& id) const {
    return standing_of(state(), state().find_application(id).value());
  }

 private:
  static Policy policy(const std::string& path, Diagnostics& diagnostics) {
    return read_policy({path, path, read_file(path)}, diagnostics);
  }

  calendar::WorkingDays calendar_;
  Policy creative_;
  Policy sport_;
  PolicyBook policies_;
  State state_;
  Fold fold_{policies_, calendar_, state_, std::nullopt};
};

}  // namespace esep::queue
