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

}  // namespace

PlausibleLimits read_plausible(const datafile::LibraryFile& file, Diagnostics& diagnostics) {
  PlausibleLimits out;
  const auto parsed = datafile::File::parse(file.origin, file.text, diagnostics);
  if (!parsed) return out;
  TableReader root(parsed->root(), diagnostics);
  if (auto date = root.optional_table("date")) {
    if (const auto from = calendar::Date::parse_iso(date->optional_date("from").value_or(""))) out.earliest = *from;
    out.years_ahead = static_cast<int>(std::clamp<int64_t>(date->required_integer("years_ahead"), 0, kMostYears));
    date->finish();
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
bool Doubts::is_doubtful(const form::ValueSpec& spec, const calendar::Date& date) const {
  return (date < limits_->earliest && !spec.checks.min) || (date > latest_ && !spec.checks.max);
}

bool Doubts::is_person(const form::ValueSpec& spec) {
  const auto at = persons_.find(spec.id);
  if (at != persons_.end()) return at->second;
  bool found = false;
  for (const std::string* title : {&spec.title.text.kk, &spec.title.text.ru, &spec.title.text.en}) {
    const std::string folded = fold_case(*title);
    found = found || std::any_of(limits_->person_titles.begin(), limits_->person_titles.end(),
                                 [&](const std::string& part) { return folded.find(part) != std::string::npos; });
  }
  persons_.emplace(spec.id, found);
  return found;
}

std::optional<calendar::Date> Doubts::doubtful_day(const form::ValueSpec& spec, const form::Value& value) const {
  if (const auto* date = std::get_if<calendar::Date>(&value)) {
    return is_doubtful(spec, *date) ? std::optional(*date) : std::nullopt;
  }
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr || !(spec.holds_lines() && (spec.type == ColumnType::date || spec.type == ColumnType::text)) ||
      (spec.type == ColumnType::text && spec.pattern != form::LinePattern::labelled_date)) {
    return std::nullopt;
  }
  constexpr size_t kIso = 10;
  for (const std::string& line : split(*text, '\n')) {
    const auto date = calendar::Date::parse_iso(line.size() < kIso ? line : line.substr(line.size() - kIso));
    if (date && is_doubtful(spec, *date)) return date;
  }
  return std::nullopt;
}

std::optional<CellProblem> Doubts::about(const form::ValueSpec& spec, const form::Value& value) {
  if (limits_ == nullptr || form::is_blank(value)) return std::nullopt;
  Message::Args args{{"title", spec.title.text}};
  if (const auto day = doubtful_day(spec, value)) {
    args.emplace_back("value", day->dotted());
    return CellProblem{"CELL-DATE-DOUBTFUL", Message("CELL-DATE-DOUBTFUL", std::move(args)), Severity::warning};
  }
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr || spec.type != ColumnType::text || has_letter(*text) || !is_person(spec)) return std::nullopt;
  args.emplace_back("value", *text);
  return CellProblem{"CELL-NAME-DOUBTFUL", Message("CELL-NAME-DOUBTFUL", std::move(args)), Severity::warning};
}

}  // namespace esep::report
