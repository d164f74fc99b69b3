// SPDX-License-Identifier: MIT
#include "report/read/plausible.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"
#include "datafile/toml.h"

namespace esep::report {
namespace {

using datafile::TableReader;
using form::ColumnType;

constexpr int kMostYears = 1000;

calendar::Date years_after(const calendar::Date& date, int years) {
  const auto same = calendar::Date::from_ymd(date.year() + years, date.month(), date.day());
  return same ? *same : date.plus_days(years * 365);  // 29 February
}

bool has_part_of(const LocalText& title, const std::vector<std::string>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return fold_case(title.kk).find(part) != std::string::npos || fold_case(title.ru).find(part) != std::string::npos ||
           fold_case(title.en).find(part) != std::string::npos;
  });
}

std::optional<calendar::Date> read_day(TableReader& table, const char* key) {
  const auto text = table.optional_date(key);
  const auto date = calendar::Date::parse_iso(text.value_or(""));
  if (text && !date) {
    table.report(key, "TOML-BAD-VALUE",
                 Message("TOML-BAD-VALUE", {{"key", key}, {"value", *text}, {"known", "2026-11-21"}}));
  }
  return date;
}

int read_years(TableReader& table, const char* key) {
  return static_cast<int>(std::clamp<int64_t>(table.required_integer(key), 0, kMostYears));
}

JumpLimit read_jump(TableReader& table, const char* times) {
  const int64_t most = Decimal::kUnit * Decimal::kUnit;
  return {std::clamp<int64_t>(table.required_integer(times), 2, most),
          std::clamp<int64_t>(table.integer_or("from_value", 0), 0, most)};
}

void read_before(TableReader before, JumpLimits& out) {
  out.money = read_jump(before, "money_times");
  for (auto& column : before.tables("column")) {
    const std::string id = column.required_string("id");
    out.columns[id] = read_jump(column, "times");
    column.finish();
  }
  before.finish();
}

void read_event(TableReader event, PlausibleLimits& out) {
  out.event_years.before = read_years(event, "years_before_period");
  out.event_years.after =  // a file of before this key sets no limit
      static_cast<int>(std::clamp<int64_t>(event.integer_or("years_after_period", kMostYears), 0, kMostYears));
  out.event_years_before_today = read_years(event, "years_before_today");
  for (auto& own : event.tables("limits")) {
    const std::string id = own.required_string("id");
    out.events[id] = {read_years(own, "years_before_period"), read_years(own, "years_after_period")};
    own.finish();
  }
  event.finish();
}

}  // namespace

PlausibleLimits read_plausible(const datafile::LibraryFile& file, Diagnostics& diagnostics) {
  PlausibleLimits out;
  const auto parsed = datafile::File::parse(file.origin, file.text, diagnostics);
  if (!parsed) return out;
  TableReader root(parsed->root(), diagnostics);
  if (auto date = root.optional_table("date")) {
    if (const auto from = calendar::Date::parse_iso(date->optional_date("from").value_or(""))) out.earliest = *from;
    out.years_ahead = read_years(*date, "years_ahead");
    date->finish();
  }
  if (auto event = root.optional_table("event")) read_event(std::move(*event), out);
  if (auto before = root.optional_table("before")) read_before(std::move(*before), out.before);
  for (auto& column : root.tables("column")) {
    const std::string id = column.required_string("id");
    out.columns[id] = {read_day(column, "from"), read_day(column, "to")};
    column.finish();
  }
  if (auto numbers = root.optional_table("numbers")) {
    for (const std::string& title : numbers->strings("not_negative")) out.not_negative.push_back(fold_case(title));
    numbers->finish();
  }
  if (auto person = root.optional_table("names")) {
    for (const std::string& title : person->strings("titles")) out.person_titles.push_back(fold_case(title));
    person->finish();
  }
  root.finish();
  return out;
}

Doubts::Doubts(const PlausibleLimits* limits, calendar::Date received)
    : limits_(limits), latest_(limits == nullptr ? received : years_after(received, limits->years_ahead)) {}

// A form that sets a limit of its own has thought about it.
std::optional<Doubts::Day> Doubts::doubt(const form::ValueSpec& spec, const calendar::Date& date) const {
  const auto at = limits_->columns.find(spec.id);
  const PlausibleDays own = at == limits_->columns.end() ? PlausibleDays() : at->second;
  const auto from = own.from.value_or(limits_->earliest);
  const auto to = own.to.value_or(latest_);
  if (date < from && !spec.checks.min) return Day{date, from, true};
  if (date > to && !spec.checks.max) return Day{date, to, false};
  return std::nullopt;
}

bool Doubts::is_person(const form::ValueSpec& spec) {
  const auto at = persons_.find(spec.id);
  if (at != persons_.end()) return at->second;
  const bool found = has_part_of(spec.title.text, limits_->person_titles);
  persons_.emplace(spec.id, found);
  return found;
}

// A form that sets a least value has thought about it.
bool Doubts::is_below_zero(const form::ValueSpec& spec, const form::Value& value) const {
  if (spec.checks.min) return false;
  const auto* whole = std::get_if<int64_t>(&value);
  const auto* decimal = std::get_if<Decimal>(&value);
  const bool below = (whole != nullptr && *whole < 0) || (decimal != nullptr && *decimal < Decimal());
  return below && has_part_of(spec.title.text, limits_->not_negative);
}

std::optional<Doubts::Day> Doubts::doubtful_day(const form::ValueSpec& spec, const form::Value& value) const {
  if (const auto* date = std::get_if<calendar::Date>(&value)) return doubt(spec, *date);
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr || !(spec.holds_lines() && (spec.type == ColumnType::date || spec.type == ColumnType::text)) ||
      (spec.type == ColumnType::text && spec.pattern != form::LinePattern::labelled_date)) {
    return std::nullopt;
  }
  constexpr size_t kIso = 10;
  for (const std::string& line : split(*text, '\n')) {
    const auto date = calendar::Date::parse_iso(line.size() < kIso ? line : line.substr(line.size() - kIso));
    const auto out = date ? doubt(spec, *date) : std::nullopt;
    if (out) return out;
  }
  return std::nullopt;
}

std::optional<CellProblem> Doubts::about(const form::ValueSpec& spec, const form::Value& value) {
  if (limits_ == nullptr || form::is_blank(value)) return std::nullopt;
  Message::Args args{{"title", spec.title.text}};
  if (const auto day = doubtful_day(spec, value)) {
    args.emplace_back("value", day->date.dotted());
    args.emplace_back("limit", day->limit.dotted());
    const char* sentence = day->early ? "CELL-DATE-DOUBTFUL" : "DATE-DOUBTFUL-LATE";
    return CellProblem{"CELL-DATE-DOUBTFUL", Message(sentence, std::move(args)), Severity::warning};
  }
  if (is_below_zero(spec, value)) {
    args.emplace_back("value", form::display_texts(spec.type, value));
    return CellProblem{"CELL-NEGATIVE", Message("CELL-NEGATIVE", std::move(args)), Severity::warning};
  }
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr || spec.type != ColumnType::text || has_letter(*text) || !is_person(spec)) return std::nullopt;
  args.emplace_back("value", *text);
  return CellProblem{"CELL-NAME-DOUBTFUL", Message("CELL-NAME-DOUBTFUL", std::move(args)), Severity::warning};
}

void drop_answered_doubts(Findings& findings) {
  const auto is_doubt = [](const Finding& one) {
    return one.code == "CELL-NEGATIVE" || one.code.ends_with("-DOUBTFUL");
  };
  const auto is_answered = [&](const Finding& one) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& other) {
      return !is_doubt(other) && other.row == one.row && other.column == one.column && other.file == one.file;
    });
  };
  Findings kept;
  for (const Finding& one : findings) {
    if (one.column.empty() || !is_doubt(one) || !is_answered(one)) kept.push_back(one);
  }
  findings = std::move(kept);
}

}  // namespace esep::report
