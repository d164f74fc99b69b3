// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "calendar/due_rule.h"

namespace esep::calendar {

namespace {

using Kind = DueRule::Kind;

constexpr int kMostMonthsAfter = 36;
constexpr int kMostYearOffset = 5;
constexpr int kMostDays = 1000;
constexpr int kMostDaysAfterPeriod = 366;

/// The basis of a rule that names none.
LocalText civil_code_175() {
  return {"Қазақстан Республикасы Азаматтық кодексінің 175-бабы",
          "статья 175 Гражданского кодекса Республики Казахстан",
          "Article 175 of the Civil Code of the Republic of Kazakhstan"};
}

int longest_month(int month) {
  if (month == 2) return 29;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

class Reader {
 public:
  explicit Reader(datafile::TableReader& due) : due_(due) {}

  DueRule read() {
    const bool misspelt = report_unknown_keys();
    const std::vector<Kind> kinds = kinds_named();
    if (kinds.size() != 1) {
      due_.report("", "DUE-KIND", {"DUE-KIND", {{"count", std::to_string(kinds.size())}}});
      return {};
    }
    if (misspelt) return {};
    rule_.kind = kinds.front();
    read_kind();
    read_count_from();
    read_roll();
    due_.finish();
    return rule_;
  }

 private:
  /// A misspelt key comes first, with a suggestion among all keys: what seems to be missing beside it may be that key.
  bool report_unknown_keys() {
    static const std::set<std::string> kKeys{"day",
                                             "month",
                                             "months_after",
                                             "year_offset",
                                             "first_working_day_of_year",
                                             "working_days_after_period",
                                             "days_after_period",
                                             "working_days_after_event",
                                             "days_after_event",
                                             "at_least_working_days",
                                             "none",
                                             "count_from",
                                             "roll",
                                             "roll_law",
                                             "roll_assumed"};
    const auto entries = due_.node().entries();
    if (std::all_of(entries.begin(), entries.end(), [](const auto& one) { return kKeys.contains(one.first); }))
      return false;
    for (const std::string& key : kKeys) due_.optional_node(key);
    due_.finish();
    return true;
  }

  /// Kinds whose key stands in the table.
  std::vector<Kind> kinds_named() {
    std::vector<Kind> kinds;
    if (due_.has("months_after")) kinds.push_back(Kind::day_after_period);
    if (due_.has("month") || (due_.has("day") && kinds.empty())) kinds.push_back(Kind::fixed_day);
    if (due_.boolean_or("first_working_day_of_year", false)) kinds.push_back(Kind::first_working_day);
    if (due_.has("working_days_after_period")) kinds.push_back(Kind::working_days_after_period);
    if (due_.has("days_after_period")) kinds.push_back(Kind::days_after_period);
    if (due_.has("working_days_after_event")) kinds.push_back(Kind::working_days_after_event);
    if (due_.has("days_after_event")) kinds.push_back(Kind::days_after_event);
    if (due_.has("at_least_working_days")) kinds.push_back(Kind::at_least_working_days);
    if (due_.boolean_or("none", false)) kinds.push_back(Kind::none);
    return kinds;
  }

  void read_kind() {
    switch (rule_.kind) {
      case Kind::day_after_period:
        rule_.day = number("day", 1, 31);
        rule_.months_after = number("months_after", 0, kMostMonthsAfter);
        return;
      case Kind::fixed_day:
        rule_.month = number("month", 1, 12);
        rule_.day = number("day", 1, longest_month(rule_.month));
        if (due_.has("year_offset")) rule_.year_offset = number("year_offset", -kMostYearOffset, kMostYearOffset);
        return;
      case Kind::working_days_after_period:
        rule_.count = number("working_days_after_period", 1, kMostDaysAfterPeriod);
        return;
      case Kind::days_after_period:
        rule_.count = number("days_after_period", 1, kMostDaysAfterPeriod);
        return;
      case Kind::working_days_after_event:
        rule_.count = number("working_days_after_event", 1, kMostDays);
        return;
      case Kind::days_after_event:
        rule_.count = number("days_after_event", 1, kMostDays);
        return;
      case Kind::at_least_working_days:
        rule_.count = number("at_least_working_days", 1, kMostDays);
        return;
      case Kind::first_working_day:
      case Kind::none:
        return;
    }
  }

  int number(const std::string& key, int from, int to) {
    const bool present = due_.has(key);
    const int64_t value = due_.required_integer(key);
    if (value >= from && value <= to) return static_cast<int>(value);
    if (present) {
      due_.report(key, "DUE-RANGE",
                  {"DUE-RANGE", {{"key", key}, {"from", std::to_string(from)}, {"to", std::to_string(to)}}});
    }
    return from;
  }

  void read_count_from() {
    const std::string word = due_.one_of("count_from", {"next_day", "event_day"}, "next_day");
    rule_.count_from = word == "event_day" ? CountFrom::event_day : CountFrom::next_day;
    if (!due_.has("count_from") || rule_.needs_event()) return;
    due_.report("count_from", "DUE-COUNT-FROM", {"DUE-COUNT-FROM", {}});
  }

  void read_roll() {
    const std::string word =
        due_.one_of("roll", {"next_working_day", "previous_working_day", "same_day"}, "next_working_day");
    rule_.roll = word == "same_day"               ? Roll::same_day
                 : word == "previous_working_day" ? Roll::previous_working_day
                                                  : Roll::next_working_day;
    rule_.roll_law = due_.text_or_empty("roll_law");
    if (is_roll_unused()) {
      static_cast<void>(due_.optional_node("roll_assumed"));
      due_.report("roll", "DUE-ROLL-UNUSED", {"DUE-ROLL-UNUSED", {{"roll", word}}}, {}, Severity::warning);
      return;
    }
    const bool has_date = rule_.kind == Kind::day_after_period || rule_.kind == Kind::fixed_day;
    const bool ends_on_any_day =
        has_date || rule_.kind == Kind::days_after_event || rule_.kind == Kind::days_after_period;
    const bool founded = !rule_.roll_law.empty();
    if (!founded && ends_on_any_day && rule_.roll == Roll::next_working_day) rule_.roll_law = civil_code_175();
    rule_.roll_assumed = due_.boolean_or("roll_assumed", has_date && !founded);
    if (rule_.roll_law.empty() && rule_.roll != Roll::next_working_day && !due_.has("roll_assumed")) {
      due_.report("roll", "DUE-ROLL-LAW", {"DUE-ROLL-LAW", {{"roll", word}}}, {}, Severity::warning);
    }
  }

  // A term in working days ends on one, and of no term nothing rolls.
  bool is_roll_unused() {
    const bool working = rule_.kind == Kind::working_days_after_period || rule_.kind == Kind::first_working_day ||
                         rule_.kind == Kind::working_days_after_event || rule_.kind == Kind::at_least_working_days;
    return due_.has("roll") && (working || rule_.kind == Kind::none);
  }

  datafile::TableReader& due_;
  DueRule rule_;
};

}  // namespace

DueRule DueRule::read(datafile::TableReader& due) { return Reader(due).read(); }

}  // namespace esep::calendar
