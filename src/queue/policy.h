// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/language.h"
#include "calendar/date.h"
#include "calendar/instant.h"
#include "calendar/working_days.h"
#include "datafile/library.h"
#include "queue/cause.h"

/// A queue's rules as data: data/queues/<queue>.<edition>.toml. docs/queues.md describes every key and every switch.
namespace esep::queue {

/// What the order leaves open. Each has two positions; the first is our reading of the creative order.
enum class Switch {
  money_short,
  priority_overtakes,
  equal_times,
  returned_stands,
  recalled_place,
  parents_apply_while_stopped,
  voucher_holder_applies,
  season_opens,
  voucher_outlives_season,
  last_day_ends,
  amount_from,
  leap_day,
  waiting_measured_on,
  restricted_time_counts,
  stop_by_region,
  outgrown,
};
inline constexpr size_t kSwitches = 16;
struct SwitchWords {
  Switch which;
  std::string_view name;
  std::array<std::string_view, 2> positions;
};
[[nodiscard]] const std::array<SwitchWords, kSwitches>& switch_words();

/// The position of a switch in a policy.
struct Reading {
  bool ours = true;  // the first position
  std::string paragraph;
  LocalText why;
};

/// "MM-DD" – "MM-DD", both included.
struct DaysOfYear {
  int from_month_day = 101;  // month × 100 + day
  int to_month_day = 1231;
};

struct Confirmation {
  int months = 0;  // who waits longer must confirm; 0: nobody
  std::vector<DaysOfYear> windows;
};

/// The rules of a queue that a paragraph of its law states.
enum class Rule { vacated, one_application, order, run, voucher, season, restriction, confirmation };
inline constexpr EnumNames<Rule, 8> kRuleNames{{
    {Rule::vacated, "vacated"},
    {Rule::one_application, "one_application"},
    {Rule::order, "order"},
    {Rule::run, "run"},
    {Rule::voucher, "voucher"},
    {Rule::season, "season"},
    {Rule::restriction, "restriction"},
    {Rule::confirmation, "confirmation"},
}};

struct QueueLaw {
  LocalText act;
  std::array<std::string, kRuleNames.size()> paragraphs;  // by Rule: "12"
};

struct PriorityClass {
  std::string id;
  LocalText title;
};

struct Policy {
  std::string queue;
  std::string edition;
  std::string group;  // a child has one live application in it
  LocalText title;
  QueueLaw law;
  calendar::Date from;
  int run_minute = 0;
  std::optional<DaysOfYear> season;
  int voucher_days = 0;  // working days; 0: a voucher never expires
  bool money = false;
  Confirmation confirmation;
  std::vector<PriorityClass> priorities;
  int vacated_within = 0;
  std::vector<Cause> unnamed_causes;
  std::array<Reading, kSwitches> readings;

  [[nodiscard]] const std::string& paragraph(Rule rule) const { return law.paragraphs[static_cast<size_t>(rule)]; }
  [[nodiscard]] const Reading& reading(Switch which) const { return readings[static_cast<size_t>(which)]; }
  [[nodiscard]] bool ours(Switch which) const { return reading(which).ours; }
  /// The class' place in the order; the number of classes for "" and -1 for an unknown word.
  [[nodiscard]] int rank_of(std::string_view priority) const;
  [[nodiscard]] bool in_season(calendar::Date day, const calendar::WorkingDays& calendar) const;
  /// Last day of a voucher issued on that day; day 1 is the next working day. nullopt: it never expires.
  [[nodiscard]] std::optional<calendar::Date> valid_until(calendar::Date issued,
                                                          const calendar::WorkingDays& calendar) const;
  /// When a voucher of that last day ends; one that is issued on its last day ends at midnight.
  [[nodiscard]] calendar::Instant end_of(calendar::Date last_day, calendar::Date issued) const;
  /// Months of the year that a voucher issued on that day pays for.
  [[nodiscard]] int months_paid(calendar::Date issued) const;

  struct Window {
    calendar::Date first;
    calendar::Date last;
  };
  [[nodiscard]] std::vector<Window> windows(int year) const;
};

/// The paragraph of the queue's own law by which a number in it moves; empty: `other`.
[[nodiscard]] std::string paragraph_of(const Policy& policy, Cause cause);
/// … and by which a run gave nothing (Run::reason); empty: nobody waits.
[[nodiscard]] std::string paragraph_of_nothing(const Policy& policy, std::string_view reason);

/// A child born on 29 February has its birthday on 1 March of other years.
[[nodiscard]] calendar::Date birthday(calendar::Date born, int age);
/// The last day of a shorter month: 30 November + 3 months is 28 February.
[[nodiscard]] calendar::Date plus_months(calendar::Date date, int months);

/// Every mistake is a diagnostic: QUEUE-SWITCH-MISSING, QUEUE-SWITCH-TWICE, QUEUE-CAUSE, others as in every file.
[[nodiscard]] Policy read_policy(const datafile::LibraryFile& file, Diagnostics& diagnostics);

/// The editions of all queues.
class PolicyBook {
 public:
  void add(Policy policy);
  [[nodiscard]] bool has(const std::string& queue) const { return editions_.count(queue) > 0; }
  /// The edition in force on that day: the last whose `from` is not later, else the first. The queue must be there.
  [[nodiscard]] const Policy& in_force(const std::string& queue, calendar::Date day) const;
  [[nodiscard]] std::vector<std::string> queues() const;

 private:
  std::map<std::string, std::map<calendar::Date, Policy>> editions_;
};

}  // namespace esep::queue
