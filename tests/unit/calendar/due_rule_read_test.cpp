// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "calendar_fixture.h"

using namespace esep;
using namespace esep::calendar;
using Kind = DueRule::Kind;

namespace {

struct ReadResult {
  DueRule rule;
  Diagnostics diagnostics;
};

/// Reads `due = { <content> }`.
ReadResult read(const std::string& content) {
  ReadResult result;
  const auto file = datafile::File::parse("rule.toml", "due = { " + content + " }\n", result.diagnostics);
  REQUIRE(file);
  datafile::TableReader root(file->root(), result.diagnostics);
  auto due = root.optional_table("due");
  REQUIRE(due);
  result.rule = DueRule::read(*due);
  return result;
}

DueRule good(const std::string& content) {
  const ReadResult result = read(content);
  INFO(content);
  for (const auto& d : result.diagnostics) UNSCOPED_INFO(d.code);
  CHECK(result.diagnostics.empty());
  return result.rule;
}

std::vector<std::string> codes(const std::string& content) {
  const ReadResult result = read(content);
  std::vector<std::string> out;
  for (const auto& d : result.diagnostics) out.push_back(d.code);
  for (const auto& d : result.diagnostics) {
    // A wrong number leaves the kind as it was meant, or the reader of the obligation would name what only follows.
    if (d.severity == Severity::error && d.code.rfind("DUE-", 0) == 0)
      CHECK((result.rule.kind == Kind::none) == (d.code == "DUE-KIND"));
  }
  return out;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("each kind of due rule is read") {
  const DueRule twentieth = good("day = 20, months_after = 1");
  CHECK(twentieth.kind == Kind::day_after_period);
  CHECK(twentieth.day == 20);
  CHECK(twentieth.months_after == 1);
  CHECK_FALSE(twentieth.needs_event());

  const DueRule fixed = good("day = 31, month = 10, year_offset = -1");
  CHECK(fixed.kind == Kind::fixed_day);
  CHECK(fixed.day == 31);
  CHECK(fixed.month == 10);
  CHECK(fixed.year_offset == -1);

  CHECK(good("day = 29, month = 2").day == 29);
  CHECK(good("first_working_day_of_year = true").kind == Kind::first_working_day);
  CHECK(good("none = true").kind == Kind::none);

  const DueRule within = good("working_days_after_event = 5");
  CHECK(within.kind == Kind::working_days_after_event);
  CHECK(within.count == 5);
  CHECK(within.count_from == CountFrom::next_day);
  CHECK(within.needs_event());
  CHECK(good("days_after_event = 7").kind == Kind::days_after_event);
  CHECK(good("working_days_after_period = 5").kind == Kind::working_days_after_period);
  const DueRule after = good("days_after_period = 366");
  CHECK(after.kind == Kind::days_after_period);
  CHECK(after.count == 366);
  CHECK_FALSE(after.needs_event());
  CHECK(codes("days_after_period = 367") == Codes{"DUE-RANGE"});
  CHECK(codes("working_days_after_period = 5, count_from = \"next_day\"") == Codes{"DUE-COUNT-FROM"});
  const DueRule window = good("at_least_working_days = 10, count_from = \"event_day\"");
  CHECK(window.kind == Kind::at_least_working_days);
  CHECK(window.count_from == CountFrom::event_day);
}

TEST_CASE(
    "the roll is to the next working day by the Civil Code, assumed for fixed dates, unless the rule says "
    "more") {
  const DueRule silent = good("day = 5, month = 7");
  CHECK(silent.roll == Roll::next_working_day);
  CHECK(silent.roll_assumed);
  CHECK(silent.roll_law.ru == "статья 175 Гражданского кодекса Республики Казахстан");
  CHECK_FALSE(silent.roll_law.kk.empty());
  CHECK_FALSE(silent.roll_law.en.empty());
  CHECK(due_for(silent, "2025-H1").steps.back().text.key == "DUE-EFFECTIVE-NEXT-ASSUMED");
  CHECK(good("day = 20, months_after = 1").roll_assumed);
  CHECK_FALSE(good("days_after_event = 7").roll_assumed);
  CHECK(good("days_after_event = 7").roll_law == silent.roll_law);
  CHECK(good("working_days_after_event = 7").roll_law.empty());
  CHECK_FALSE(good("days_after_period = 7").roll_assumed);
  CHECK(good("days_after_period = 7").roll_law == silent.roll_law);
  CHECK(good("working_days_after_period = 7").roll_law.empty());

  const DueRule stated = good(
      "day = 5, month = 7, roll = \"previous_working_day\", roll_law = { kk = \"норма\", ru = \"норма "
      "права\" }");
  CHECK(stated.roll == Roll::previous_working_day);
  CHECK_FALSE(stated.roll_assumed);
  CHECK(stated.roll_law.ru == "норма права");
  const DueRule kept = good("day = 5, month = 7, roll = \"same_day\", roll_assumed = true");
  CHECK(kept.roll == Roll::same_day);
  CHECK(kept.roll_assumed);
  CHECK(kept.roll_law.empty());
  CHECK(codes("day = 5, month = 7, roll = \"same_day\"") == Codes{"DUE-ROLL-LAW"});
  CHECK(codes("working_days_after_period = 5, roll = \"same_day\"") == Codes{"DUE-ROLL-UNUSED"});
  CHECK(codes("first_working_day_of_year = true, roll = \"next_working_day\"") == Codes{"DUE-ROLL-UNUSED"});
}

TEST_CASE("no kind or several kinds are refused, and a misspelt kind is pointed at") {
  CHECK(codes("roll = \"same_day\"") == Codes{"DUE-KIND"});
  CHECK(codes("none = false") == Codes{"DUE-KIND"});
  CHECK(codes("day = 5, month = 7, months_after = 1") == Codes{"DUE-KIND"});
  CHECK(codes("days_after_event = 5, day = 5") == Codes{"DUE-KIND"});
  CHECK(codes("none = true, first_working_day_of_year = true") == Codes{"DUE-KIND"});
  const ReadResult misspelt = read("working_days_after_evnt = 5");
  REQUIRE(misspelt.diagnostics.size() == 2);
  CHECK(misspelt.diagnostics[0].code == "TOML-UNKNOWN-KEY");
  CHECK(misspelt.diagnostics[0].did_you_mean == "working_days_after_event");
  CHECK(misspelt.diagnostics[1].message == Message("DUE-KIND", {{"count", "0"}}));
  const ReadResult month = read("day = 10, month_after = 1");
  REQUIRE(month.diagnostics.size() == 1);
  CHECK(month.diagnostics[0].message ==
        Message("TOML-UNKNOWN-KEY",
                {{"key", "month_after"},
                 {"known",
                  "at_least_working_days, count_from, day, days_after_event, days_after_period, "
                  "first_working_day_of_year, month, months_after, none, roll, roll_assumed, roll_law, "
                  "working_days_after_event, working_days_after_period, year_offset"}}));
  CHECK(month.diagnostics[0].did_you_mean == "months_after");
}

TEST_CASE("numbers out of range, missing or of another type are refused") {
  CHECK(codes("day = 0, months_after = 1") == Codes{"DUE-RANGE"});
  CHECK(codes("day = 32, months_after = 1") == Codes{"DUE-RANGE"});
  CHECK(codes("day = 31, month = 4") == Codes{"DUE-RANGE"});
  CHECK(codes("day = 30, month = 2") == Codes{"DUE-RANGE"});
  CHECK(codes("day = 1, month = 13") == Codes{"DUE-RANGE"});
  CHECK(codes("day = 1, months_after = -1") == Codes{"DUE-RANGE"});
  CHECK(codes("day = 1, month = 1, year_offset = 6") == Codes{"DUE-RANGE"});
  CHECK(codes("working_days_after_event = 0") == Codes{"DUE-RANGE"});
  CHECK(codes("days_after_event = 9223372036854775807") == Codes{"DUE-RANGE"});
  CHECK(codes("at_least_working_days = -1") == Codes{"DUE-RANGE"});
  CHECK(codes("day = 5") == Codes{"TOML-MISSING-KEY"});
  CHECK(codes("months_after = 1") == Codes{"TOML-MISSING-KEY"});
  CHECK_FALSE(codes("working_days_after_event = \"5\"").empty());
}

TEST_CASE("keys that do not belong together are refused") {
  CHECK(codes("day = 5, month = 7, count_from = \"event_day\"") == Codes{"DUE-COUNT-FROM"});
  CHECK(codes("day = 5, months_after = 1, year_offset = 1") == Codes{"TOML-UNKNOWN-KEY"});
  CHECK(codes("day = 5, month = 7, roll = \"next_day\"") == Codes{"TOML-BAD-VALUE"});
}
