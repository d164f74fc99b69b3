// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/file.h"
#include "calendar/due_rule.h"
#include "calendar/working_days.h"
#include "source_folder.h"

namespace esep::calendar {

inline Date on(const char* iso) { return Date::parse_iso(iso).value(); }

inline std::string shipped_csv() { return read_file(source_folder() + "/data/calendar/kz.csv"); }

/// The calendar that is shipped; a diagnostic about it fails the test that asks for it.
inline const WorkingDays& shipped() {
  static const WorkingDays calendar = [] {
    Diagnostics diagnostics;
    WorkingDays loaded = WorkingDays::from_csv("data/calendar/kz.csv", shipped_csv(), diagnostics);
    if (!diagnostics.empty()) throw std::runtime_error("data/calendar/kz.csv: " + diagnostics.front().code);
    return loaded;
  }();
  return calendar;
}

inline DueRule fixed_day(int day, int month, Roll roll = Roll::next_working_day, int year_offset = 0) {
  DueRule rule;
  rule.kind = DueRule::Kind::fixed_day;
  rule.day = day;
  rule.month = month;
  rule.year_offset = year_offset;
  rule.roll = roll;
  return rule;
}

inline DueRule after_period(int day, int months, Roll roll = Roll::next_working_day) {
  DueRule rule;
  rule.kind = DueRule::Kind::day_after_period;
  rule.day = day;
  rule.months_after = months;
  rule.roll = roll;
  return rule;
}

inline DueRule event_rule(DueRule::Kind kind, int count, CountFrom from = CountFrom::next_day) {
  DueRule rule;
  rule.kind = kind;
  rule.count = count;
  rule.count_from = from;
  return rule;
}

inline DueDate due_for(const DueRule& rule, const char* period) {
  return compute_due(rule, Period::parse(period).value(), std::nullopt, shipped());
}

inline DueDate due_from(const DueRule& rule, const char* event) {
  return compute_due(rule, std::nullopt, on(event), shipped());
}

/// "nominal 2025-07-05" … one line a step: what a reader of the explanation sees of dates and numbers.
inline std::vector<std::string> outline(const DueDate& due) {
  std::vector<std::string> lines;
  for (const auto& step : due.steps) {
    std::string line(step_name(step.kind));
    if (step.date) line += " " + step.date->iso();
    if (step.n > 0) line += " " + std::to_string(step.n);
    lines.push_back(line + " " + step.text.key);
  }
  return lines;
}

}  // namespace esep::calendar

namespace Catch {

template <>
struct StringMaker<esep::calendar::Date> {
  static std::string convert(const esep::calendar::Date& date) { return date.iso(); }
};

template <>
struct StringMaker<std::optional<esep::calendar::Date>> {
  static std::string convert(const std::optional<esep::calendar::Date>& date) { return date ? date->iso() : "none"; }
};

}  // namespace Catch
