// SPDX-License-Identifier: MIT
#include "queue/audit.h"

#include <algorithm>
#include <tuple>

#include "queue/audit_cases.h"

namespace esep::queue {

using calendar::Date;
using calendar::Instant;

namespace {

constexpr const char* kVouchers = "vouchers.csv";
constexpr const char* kApplications = "applications.csv";

class Auditor {
 public:
  Auditor(const AuditedLog& log, const PolicyBook& policies, const std::string& queue,
          const calendar::WorkingDays& calendar)
      : log_(log), cases_(log, policies, queue), calendar_(calendar) {}

  AuditFindings run() {
    for (const auto& place : log_.places) check_place(place);
    for (const auto& voucher : log_.vouchers) {
      check_references(voucher);
      check_term(voucher);
      check_moment(voucher);
      check_order(voucher);
    }
    check_twice();
    check_children();
    check_runs();
    check_confirmations();
    check_departures();
    std::stable_sort(findings_.begin(), findings_.end(), [](const AuditFinding& a, const AuditFinding& b) {
      return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    return std::move(findings_);
  }

 private:
  void add(const char* file, int line, Message message, const Policy& policy, Rule rule) {
    findings_.push_back({file, line, std::move(message), policy.paragraph(rule)});
  }

  void check_place(const AuditedPlace& place) {
    const Policy& policy = cases_.policy(place.entered.date());
    const Date last = calendar_.add_working(place.vacated, policy.vacated_within);
    if (place.entered.date() <= last) return;
    add("places.csv", place.line,
        Message("AUDIT-VACATED-LATE", {{"date", place.vacated.dotted()}, {"last", last.dotted()}}), policy,
        Rule::vacated);
  }

  void check_references(const AuditedVoucher& voucher) {
    const Policy& policy = cases_.policy(voucher.issued.date());
    const Case* of = cases_.find(voucher.application);
    const AuditedPlace* place = cases_.place(voucher.place);
    if (of == nullptr) {
      add(kVouchers, voucher.line, Message("AUDIT-APPLICATION", {{"application", voucher.application}}), policy,
          Rule::run);
    } else if (of->waits(cases_.moment(voucher), true) == nullptr) {
      add(kVouchers, voucher.line, Message("AUDIT-LEFT", {{"application", voucher.application}}), policy, Rule::run);
    }
    if (place == nullptr) {
      add(kVouchers, voucher.line, Message("AUDIT-PLACE", {{"place", voucher.place}}), policy, Rule::run);
      return;
    }
    if (place->entered >= cases_.moment(voucher)) {
      add(kVouchers, voucher.line, Message("AUDIT-PLACE-EARLY", {{"place", voucher.place}}), policy, Rule::vacated);
    }
    if (of != nullptr && of->application->circle != place->circle) {
      add(kVouchers, voucher.line, Message("AUDIT-CIRCLE", {{"place", voucher.place}, {"circle", place->circle}}),
          policy, Rule::order);
    }
  }

  void check_term(const AuditedVoucher& voucher) {
    const Date issued = voucher.issued.date();
    const Policy& policy = cases_.policy(issued);
    const auto last = policy.valid_until(issued, calendar_);
    if (!last) return;
    if (voucher.valid_until != *last) {
      add(kVouchers, voucher.line,
          Message("AUDIT-TERM", {{"is", voucher.valid_until.dotted()}, {"due", last->dotted()}}), policy,
          Rule::voucher);
    }
    const Instant end = policy.end_of(*last, issued);
    if (voucher.end == "used" && *voucher.ended >= end) {
      add(kVouchers, voucher.line, Message("AUDIT-USED-LATE", {{"date", last->dotted()}}), policy, Rule::voucher);
    }
    if (voucher.end.empty() && cases_.last_moment() >= end) {
      add(kVouchers, voucher.line, Message("AUDIT-NOT-EXPIRED", {{"date", last->dotted()}}), policy, Rule::voucher);
    }
  }

  void check_moment(const AuditedVoucher& voucher) {
    const Date day = voucher.issued.date();
    const Policy& policy = cases_.policy(day);
    if (cases_.moment(voucher) != Instant::at(day, policy.run_minute)) {
      add(kVouchers, voucher.line, Message("AUDIT-HOUR", {{"at", voucher.issued.local_iso()}}), policy, Rule::run);
    }
    if (!policy.in_season(day, calendar_)) {
      add(kVouchers, voucher.line, Message("AUDIT-SEASON", {{"date", day.dotted()}}), policy, Rule::season);
    }
    if (cases_.stopped(voucher.issued)) {
      add(kVouchers, voucher.line, Message("AUDIT-RESTRICTED", {{"date", day.dotted()}}), policy, Rule::restriction);
    }
  }

  /// Who waited, stood before the one that got the voucher and got none in that run.
  void check_order(const AuditedVoucher& voucher) {
    const Case* of = cases_.find(voucher.application);
    const Instant at = cases_.moment(voucher);
    const Case::Waiting* mine = of == nullptr ? nullptr : of->waits(at, true);
    if (mine == nullptr) return;
    const Case* passed = nullptr;
    const Case::Waiting* first = mine;
    for (const Case* other : cases_.of_circle().at(of->application->circle)) {
      const Case::Waiting* theirs = other == of ? nullptr : other->waits(at);
      if (theirs == nullptr || !(theirs->key < first->key)) continue;
      first = theirs;
      passed = other;
    }
    if (passed == nullptr) return;
    add(kVouchers, voucher.line, Message("AUDIT-ORDER", {{"application", passed->application->id}}),
        cases_.policy(voucher.issued.date()), Rule::order);
  }

  /// Vouchers of one place, and of one child, that are valid at the same time.
  void check_twice() {
    std::vector<const AuditedVoucher*> vouchers;
    for (const auto& voucher : log_.vouchers) vouchers.push_back(&voucher);
    std::stable_sort(vouchers.begin(), vouchers.end(),
                     [](const auto* a, const auto* b) { return a->issued < b->issued; });
    std::map<std::string, const AuditedVoucher*> of_place;
    std::map<std::string, const AuditedVoucher*> of_child;
    for (const AuditedVoucher* one : vouchers) {
      const Policy& policy = cases_.policy(one->issued.date());
      const AuditedVoucher*& before = of_place[one->place];
      if (before != nullptr && one->issued < cases_.release(*before)) {
        add(kVouchers, one->line, Message("AUDIT-PLACE-TWICE", {{"voucher", before->id}}), policy, Rule::run);
      }
      before = one;
      const Case* of = cases_.find(one->application);
      if (of == nullptr) continue;
      const AuditedVoucher*& earlier = of_child[of->application->child];
      if (earlier != nullptr && one->issued < cases_.end(*earlier)) {
        add(kVouchers, one->line, Message("AUDIT-CHILD-VOUCHERS", {{"voucher", earlier->id}}), policy, Rule::voucher);
      }
      earlier = one;
    }
  }

  void check_children() {
    std::map<std::string, std::vector<const Case*>> of_child;
    for (const Case& one : cases_.all()) of_child[one.application->child].push_back(&one);
    for (auto& [child, cases] : of_child) {
      std::stable_sort(cases.begin(), cases.end(),
                       [](const Case* a, const Case* b) { return a->application->at < b->application->at; });
      for (size_t i = 1; i < cases.size(); ++i) {
        const AuditedApplication& one = *cases[i]->application;
        const auto live = std::find_if(cases.begin(), cases.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const Case* before) { return one.at < before->live_until; });
        if (live == cases.begin() + static_cast<std::ptrdiff_t>(i)) continue;
        add(kApplications, one.line, Message("AUDIT-CHILD-TWICE", {{"application", (*live)->application->id}}),
            cases_.policy(one.at.date()), Rule::one_application);
      }
    }
  }

  void check_runs() {
    std::map<Date, int64_t> given;
    for (const auto& voucher : log_.vouchers) ++given[voucher.issued.date()];
    std::map<Date, const AuditedRun*> runs;
    for (const auto& one : log_.runs) runs.emplace(one.day, &one);
    if (runs.empty()) return;
    for (Date day = runs.begin()->first; day <= runs.rbegin()->first; day = day.plus_days(1)) {
      const Policy& policy = cases_.policy(day);
      const auto row = runs.find(day);
      if (row == runs.end()) {
        if (policy.in_season(day, calendar_)) {
          add("runs.csv", 1, Message("AUDIT-RUN-MISSING", {{"date", day.dotted()}}), policy, Rule::run);
        }
        continue;
      }
      if (row->second->given != given[day]) {
        add("runs.csv", row->second->line,
            Message("AUDIT-GIVEN",
                    {{"given", std::to_string(row->second->given)}, {"vouchers", std::to_string(given[day])}}),
            policy, Rule::run);
      }
      check_idle(*row->second, policy);
    }
  }

  /// Circles with a free place and somebody waiting that got nothing, and no reason is shown.
  void check_idle(const AuditedRun& run, const Policy& policy) {
    const Instant at = Instant::at(run.day, policy.run_minute);
    if (!policy.in_season(run.day, calendar_) || cases_.stopped(at) || no_money(run.day, "")) return;
    for (const auto& [circle, cases] : cases_.of_circle()) {
      const bool waits =
          std::any_of(cases.begin(), cases.end(), [&](const Case* one) { return one->waits(at) != nullptr; });
      if (!waits || !cases_.has_free_place(circle, at) || no_money(run.day, circle)) continue;
      add("runs.csv", run.line, Message("AUDIT-NOT-GIVEN", {{"circle", circle}}), policy, Rule::run);
    }
  }

  bool no_money(Date day, const std::string& circle) const {
    return std::any_of(log_.events.begin(), log_.events.end(), [&](const AuditedEvent& one) {
      return one.kind == "no_money" && one.ref == circle && one.at.date() == day;
    });
  }

  /// Who had to confirm in a window, did not, and still waits behind it.
  void check_confirmations() {
    if (log_.applications.empty()) return;
    const auto first = std::min_element(log_.applications.begin(), log_.applications.end(),
                                        [](const auto& a, const auto& b) { return a.at < b.at; });
    for (int year = first->at.date().year(); year <= cases_.last_moment().date().year(); ++year) {
      const Policy& policy = cases_.policy(*Date::from_ymd(year, 1, 1));
      for (const Policy::Window& window : policy.windows(year)) {
        const Instant behind = Instant::at(window.last.plus_days(1), 0);
        if (behind > cases_.last_moment()) continue;
        for (const Case& one : cases_.all()) {
          if (one.waits(behind) == nullptr || !must_confirm(one, window) || confirmed(one, window)) continue;
          add(kApplications, one.application->line, Message("AUDIT-NOT-CONFIRMED", {{"date", window.last.dotted()}}),
              policy, Rule::confirmation);
        }
      }
    }
  }

  bool must_confirm(const Case& one, const Policy::Window& window) const {
    const Policy& policy = cases_.policy(window.last);
    const Case::Waiting* wait = one.waits(Instant::at(window.last.plus_days(1), 0), true);
    if (wait == nullptr || policy.confirmation.months == 0) return false;
    const Date measured = policy.ours(Switch::waiting_measured_on) ? window.first : window.last;
    return plus_months(wait->key.at.date(), policy.confirmation.months) < measured;
  }

  static bool confirmed(const Case& one, const Policy::Window& window) {
    return std::any_of(one.confirmed.begin(), one.confirmed.end(), [&](const AuditedEvent* event) {
      return window.first <= event->at.date() && event->at.date() <= window.last;
    });
  }

  /// Departures of applications that are unknown, or for want of a confirmation that was given or not needed.
  void check_departures() {
    for (const auto& event : log_.events) {
      if (!event.of_application()) continue;
      const Case* of = cases_.find(event.ref);
      const Policy& policy = cases_.policy(event.at.date());
      if (of == nullptr) {
        add("events.csv", event.line, Message("AUDIT-APPLICATION", {{"application", event.ref}}), policy, Rule::order);
      } else if (event.kind == "not_confirmed" && !rightly_removed(*of, event)) {
        add("events.csv", event.line, Message("AUDIT-CONFIRM", {{"application", event.ref}}), policy,
            Rule::confirmation);
      }
    }
  }

  bool rightly_removed(const Case& one, const AuditedEvent& event) const {
    const Date last = event.at.date().plus_days(-1);
    const auto windows = cases_.policy(last).windows(last.year());
    return std::any_of(windows.begin(), windows.end(), [&](const Policy::Window& window) {
      return window.last == last && must_confirm(one, window) && !confirmed(one, window);
    });
  }

  const AuditedLog& log_;
  Cases cases_;
  const calendar::WorkingDays& calendar_;
  AuditFindings findings_;
};

}  // namespace

AuditFindings audit(const AuditedLog& log, const PolicyBook& policies, const std::string& queue,
                    const calendar::WorkingDays& calendar) {
  return Auditor(log, policies, queue, calendar).run();
}

}  // namespace esep::queue
