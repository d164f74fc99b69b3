// SPDX-License-Identifier: MIT
#include <algorithm>

#include "datafile/toml.h"
#include "queue/policy.h"

namespace esep::queue {
namespace {

using calendar::Date;
using datafile::TableReader;

constexpr int kLeapYear = 2024;

void bad_value(TableReader& table, std::string_view key, const std::string& value, const char* known) {
  table.report(key, "TOML-BAD-VALUE",
               Message("TOML-BAD-VALUE", {{"key", std::string(key)}, {"value", value}, {"known", known}}));
}

int read_month_day(TableReader& table, std::string_view key) {
  const std::string text = table.required_string(key);
  // A day that every year has.
  if (const auto date = Date::parse_iso(std::to_string(kLeapYear - 1) + "-" + text)) {
    return static_cast<int>(date->month() * 100 + date->day());
  }
  if (!text.empty()) bad_value(table, key, text, "01-01 … 12-31");
  return 101;
}

DaysOfYear read_days(TableReader& table) {
  DaysOfYear out;
  out.from_month_day = read_month_day(table, "from");
  out.to_month_day = read_month_day(table, "to");
  if (out.to_month_day < out.from_month_day) bad_value(table, "to", table.required_string("to"), "≥ from");
  table.finish();
  return out;
}

int read_count(TableReader& table, std::string_view key, int least) {
  const int64_t value = table.required_integer(key);
  constexpr int kMost = 250;
  if (value >= least && value <= kMost) return static_cast<int>(value);
  bad_value(table, key, std::to_string(value), least == 0 ? "0 … 250" : "1 … 250");
  return least;
}

int read_hour(TableReader& table) {
  const std::string text = table.required_string("run_at");
  if (const auto time = calendar::LocalTime::parse("2000-01-01T" + text)) return time->minute;
  bad_value(table, "run_at", text, "00:01 … 23:59");
  return 1;
}

void read_paragraphs(TableReader& file, QueueLaw& out) {
  auto table = file.optional_table("paragraphs");
  if (!table) {
    file.report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", "paragraphs"}}));
    return;
  }
  for (const auto& [rule, name] : kRuleNames)
    out.paragraphs.at(static_cast<size_t>(rule)) = table->required_string(name);
  table->finish();
}

void read_parts(TableReader& file, Policy& out) {
  if (auto season = file.optional_table("season")) out.season = read_days(*season);
  if (auto voucher = file.optional_table("voucher")) {
    out.voucher_days = read_count(*voucher, "working_days", 0);
    voucher->finish();
  }
  if (auto money = file.optional_table("money")) {
    out.money = money->boolean_or("months", true);
    money->finish();
  }
  if (auto confirmation = file.optional_table("confirmation")) {
    out.confirmation.months = read_count(*confirmation, "months", 1);
    confirmation->finish();
  }
  for (auto& window : file.tables("window")) out.confirmation.windows.push_back(read_days(window));
  for (auto& priority : file.tables("priority")) {
    PriorityClass one{priority.required_string("id"), priority.required_text("title")};
    priority.finish();
    out.priorities.push_back(std::move(one));
  }
}

void read_causes(TableReader& file, Policy& out) {
  for (const std::string& name : file.strings("unnamed_causes")) {
    const auto cause = enum_from(kCauseNames, name);
    if (cause && *cause != Cause::other) {
      out.unnamed_causes.push_back(*cause);
    } else {
      bad_value(file, "unnamed_causes", name,
                "voucher, withdrawn, not_confirmed, outgrown, annulled, returned, priority");
    }
  }
  const auto& causes = out.unnamed_causes;
  if (std::find(causes.begin(), causes.end(), Cause::priority) == causes.end()) {
    file.report("unnamed_causes", "QUEUE-CAUSE", Message("QUEUE-CAUSE"));
  }
}

void read_switches(TableReader& file, Policy& out) {
  std::vector<std::string> names;
  for (const SwitchWords& words : switch_words()) names.emplace_back(words.name);
  std::array<bool, kSwitches> seen{};
  for (auto& table : file.tables("switch")) {
    const std::string name = table.one_of("name", names);
    const auto at = static_cast<size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    const auto& positions = switch_words().at(at).positions;
    Reading& reading = out.readings.at(at);
    reading.ours = table.one_of("is", {std::string(positions[0]), std::string(positions[1])}) == positions[0];
    reading.paragraph = table.required_string("paragraph");
    reading.why = table.required_text("why");
    if (seen.at(at)) table.report("name", "QUEUE-SWITCH-TWICE", Message("QUEUE-SWITCH-TWICE", {{"name", name}}));
    seen.at(at) = true;
    table.finish();
  }
  for (size_t i = 0; i < kSwitches; ++i) {
    if (!seen.at(i)) {
      file.report("", "QUEUE-SWITCH-MISSING", Message("QUEUE-SWITCH-MISSING", {{"name", names[i]}}));
    }
  }
}

}  // namespace

Policy read_policy(const datafile::LibraryFile& library_file, Diagnostics& diagnostics) {
  Policy out;
  const auto parsed = datafile::File::parse(library_file.origin, library_file.text, diagnostics);
  if (!parsed) return out;
  TableReader file(parsed->root(), diagnostics);
  out.queue = file.required_string("queue");
  out.edition = file.required_string("edition");
  out.group = file.required_string("group");
  out.title = file.required_text("title");
  out.law.act = file.required_text("law");
  out.from = Date::parse_iso(file.optional_date("from").value_or("")).value_or(Date());
  if (!file.has("from")) file.report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", "from"}}));
  out.run_minute = read_hour(file);
  out.vacated_within = read_count(file, "vacated_within", 1);
  read_paragraphs(file, out.law);
  read_parts(file, out);
  read_causes(file, out);
  read_switches(file, out);
  file.finish();
  return out;
}

}  // namespace esep::queue
