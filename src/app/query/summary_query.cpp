// SPDX-License-Identifier: MIT
#include "app/query/summary_query.h"

#include <charconv>

#include "app/query/summary_check.h"
#include "base/error.h"
#include "base/text.h"

namespace esep::app {
namespace {

using form::ColumnType;

// S-000123: letters and the rest as a number.
std::string_view digits_of(std::string_view number) {
  const size_t dash = number.find('-');
  return dash == std::string_view::npos ? number : number.substr(dash + 1);
}

int64_t ordinal_of(std::string_view number) {
  int64_t out = 0;
  const std::string_view digits = digits_of(number);
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

std::set<std::string> numbers_of(const std::string& sources) {
  std::set<std::string> out;
  for (const std::string& part : split(sources, ',')) {
    if (std::string number(trim(part)); !number.empty()) out.insert(std::move(number));
  }
  return out;
}

Decimal rounded(Decimal value, int places) {
  int64_t unit = Decimal::kUnit;
  for (int i = 0; i < places; ++i) unit /= 10;
  const int64_t half = value.units() < 0 ? -unit / 2 : unit / 2;
  return Decimal::from_units((value.units() + half) / unit * unit);
}

form::Value typed(const sqlite::Statement& row, int index, ColumnType type) {
  if (row.is_null(index)) return {};
  const sqlite::Value raw = row.value(index);
  const auto* number = std::get_if<int64_t>(&raw);
  if (number != nullptr && form::is_decimal_type(type)) return Decimal::from_units(*number);
  if (number != nullptr && type == ColumnType::integer) return *number;
  std::string text = number != nullptr ? std::to_string(*number) : row.text(index);
  if (text.empty()) return {};
  if (type == ColumnType::date) {
    if (const auto date = calendar::Date::parse_iso(text)) return *date;
  }
  return text;
}

}  // namespace

std::string compressed(const std::set<std::string>& numbers) {
  std::vector<std::string> parts;
  for (auto at = numbers.begin(); at != numbers.end();) {
    auto last = at;
    auto next = std::next(at);
    while (next != numbers.end() && ordinal_of(*next) == ordinal_of(*last) + 1) last = next++;
    const std::string first = parts.empty() ? *at : std::to_string(ordinal_of(*at));
    const bool pair = std::next(at) == last;
    parts.push_back(last == at ? first : first + (pair ? ", " : "–") + std::to_string(ordinal_of(*last)));
    at = next;
  }
  return join(parts, ", ");
}

// If a query begins with its own WITH, its parts are added to the common ones.
std::string with_common(const std::string& with, const std::string& query) {
  if (with.empty()) return query;
  const std::string own(trim(query));
  const bool has_with = own.size() > 5 && fold_case(own.substr(0, 4)) == "with";
  return "WITH " + with + (has_with ? "," + own.substr(4) : "\n" + own);
}

document::Emphasis emphasis_from(const std::string& word) {
  if (word == "good") return document::Emphasis::good;
  if (word == "warning") return document::Emphasis::warning;
  if (word == "bad") return document::Emphasis::bad;
  if (word == "muted") return document::Emphasis::muted;
  return word == "strong" ? document::Emphasis::strong : document::Emphasis::normal;
}

SummaryQuery::Result::Result(sqlite::Statement statement, const form::SummaryBlock& block)
    : statement_(std::move(statement)) {
  for (int i = 0; i < statement_.column_count(); ++i) {
    names_.push_back(statement_.column_name(i));
    places_.emplace(names_.back(), i);
  }
  for (const auto& column : block.columns) types_[column.id] = {column.type, column.scale};
}

form::Value SummaryQuery::Result::value(const std::string& column) const {
  const auto at = places_.find(column);
  if (at == places_.end()) return {};
  const auto type = types_.find(column);
  return typed(statement_, at->second, type == types_.end() ? ColumnType::text : type->second.first);
}

form::Value SummaryQuery::Result::shown(const std::string& column) const {
  form::Value out = value(column);
  const auto type = types_.find(column);
  const auto* decimal = std::get_if<Decimal>(&out);
  if (decimal != nullptr && type != types_.end()) return rounded(*decimal, type->second.second);
  return out;
}

std::optional<Decimal> SummaryQuery::Result::number(const std::string& column) const {
  const form::Value out = shown(column);
  const auto* decimal = std::get_if<Decimal>(&out);
  return decimal != nullptr ? *decimal : Decimal::parse(form::canonical_text(out));
}

std::optional<Decimal> SummaryQuery::Result::sum(const std::vector<std::string>& columns) const {
  std::optional<Decimal> out;
  int places = 0;
  for (const std::string& column : columns) {
    const form::Value exact = value(column);
    const auto* decimal = std::get_if<Decimal>(&exact);
    const auto one = decimal != nullptr ? *decimal : Decimal::parse(form::canonical_text(exact));
    if (const auto type = types_.find(column); type != types_.end()) places = std::max(places, type->second.second);
    if (!one) continue;
    out = checked_add(out.value_or(Decimal()), *one);
    if (!out) return out;
  }
  return out ? std::optional(rounded(*out, places)) : out;
}

std::string SummaryQuery::Result::text(const std::string& column) const { return form::canonical_text(value(column)); }

SummaryQuery::Result SummaryQuery::run(const form::SummaryBlock& block) {
  return run(block, block.query, wanted_results(block));
}

SummaryQuery::Result SummaryQuery::run(const form::SummaryBlock& block, const std::string& query,
                                       const std::vector<std::string>& wanted) {
  if (!materialized_) with_ = queries_.database().materialize("with", with_, parameters_);
  materialized_ = true;
  Result out(queries_.database().prepare(block.name, with_common(with_, query), parameters_), block);
  for (const std::string& column : wanted) {
    if (!out.has(column)) throw Error(Message("SUMMARY-COLUMN", {{"name", block.name}, {"column", column}}));
  }
  return out;
}

std::optional<std::string> SummaryQuery::filled_text(const form::SummaryBlock& block) {
  if (block.query.empty()) return plain_text(block.text);
  Result row = run(block);
  if (!row.next()) return std::nullopt;
  Message::Args args = names_;
  for (const std::string& name : row.columns()) {
    const form::SummaryColumn* column = block.column(name);
    const int places = column == nullptr ? 0 : column->scale;
    form::Value value = row.shown(name);
    // A date is recognised even if its column is not declared.
    if (const auto* text = std::get_if<std::string>(&value)) {
      if (const auto date = calendar::Date::parse_iso(*text)) value = *date;
    }
    args.emplace_back(name, form::display_text(value, places, lang_));
  }
  add_sources(row.text("_sources"));
  return interpolate(block.text.in(lang_), args, lang_);
}

std::string SummaryQuery::caption(const form::SummaryBlock& block) { return filled_text(block.caption()).value_or(""); }

document::Cell SummaryQuery::sources_cell(const std::string& sources) {
  document::Cell out;
  const std::set<std::string> numbers = numbers_of(sources);
  if (numbers.empty()) return out;
  out.value = compressed(numbers);
  out.link = "#" + *numbers.begin();
  sources_.insert(numbers.begin(), numbers.end());
  return out;
}

void SummaryQuery::add_sources(const std::string& sources) {
  const std::set<std::string> numbers = numbers_of(sources);
  sources_.insert(numbers.begin(), numbers.end());
  unnamed_.insert(numbers.begin(), numbers.end());
}

std::string SummaryQuery::take_unnamed() {
  const std::set<std::string> numbers = std::exchange(unnamed_, {});
  return compressed(numbers);
}

}  // namespace esep::app
