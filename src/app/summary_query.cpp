// SPDX-License-Identifier: MIT
#include "app/summary_query.h"

#include <charconv>

#include "base/error.h"
#include "base/text.h"

namespace esep::app {
namespace {

using form::ColumnType;

int64_t digits_of(const std::string& number) {
  int64_t out = 0;
  const size_t dash = number.find('-');
  const char* begin = number.data() + (dash == std::string::npos ? 0 : dash + 1);
  std::from_chars(begin, number.data() + number.size(), out);
  return out;
}

// Neighbours in the register are written as a range: a country's figure rests on twenty reports.
std::string compressed(const std::set<std::string>& numbers) {
  std::vector<std::string> parts;
  for (auto at = numbers.begin(); at != numbers.end();) {
    auto last = at;
    auto next = std::next(at);
    while (next != numbers.end() && digits_of(*next) == digits_of(*last) + 1) last = next++;
    const bool pair = std::next(at) == last;
    parts.push_back(last == at ? *at : *at + (pair ? ", " : "–") + *last);
    at = next;
  }
  return join(parts, ", ");
}

// A query that begins with its own WITH goes on in the list of the common ones.
std::string with_common(const std::string& with, const std::string& query) {
  if (with.empty()) return query;
  const std::string own(trim(query));
  const bool has_with = own.size() > 5 && fold_case(own.substr(0, 4)) == "with";
  return "WITH " + with + (has_with ? "," + own.substr(4) : "\n" + own);
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

document::Emphasis emphasis_from(const std::string& word) {
  if (word == "good") return document::Emphasis::good;
  if (word == "warning") return document::Emphasis::warning;
  if (word == "bad") return document::Emphasis::bad;
  if (word == "muted") return document::Emphasis::muted;
  return word == "strong" ? document::Emphasis::strong : document::Emphasis::normal;
}

SummaryQuery::Result::Result(sqlite::Statement statement, const form::SummaryBlock& block) : statement_(std::move(statement)) {
  for (int i = 0; i < statement_.column_count(); ++i) {
    names_.push_back(statement_.column_name(i));
    places_.emplace(names_.back(), i);
  }
  for (const auto& column : block.columns) types_[column.id] = column.type;
}

form::Value SummaryQuery::Result::value(const std::string& column) const {
  const auto at = places_.find(column);
  if (at == places_.end()) return {};
  const auto type = types_.find(column);
  return typed(statement_, at->second, type == types_.end() ? ColumnType::text : type->second);
}

std::string SummaryQuery::Result::text(const std::string& column) const { return form::canonical_text(value(column)); }

SummaryQuery::Result SummaryQuery::run(const form::SummaryBlock& block, const std::string& query) {
  Result out(engine_.queries().prepare(block.name, with_common(with_, query), parameters_), block);
  for (const auto& column : block.columns) {
    if (!out.has(column.id)) throw Error(Message("SUMMARY-COLUMN", {{"name", block.name}, {"column", column.id}}));
  }
  return out;
}

std::optional<std::string> SummaryQuery::filled_text(const form::SummaryBlock& block) {
  if (block.query.empty()) return interpolate(block.text.in(lang_), names_, lang_);
  Result row = run(block, block.query);
  if (!row.next()) return std::nullopt;
  Message::Args args = names_;
  for (const std::string& name : row.columns()) {
    int places = 0;
    for (const auto& column : block.columns) {
      if (column.id == name) places = column.scale;
    }
    form::Value value = row.value(name);
    // A date that nobody declared is a date all the same.
    if (const auto* text = std::get_if<std::string>(&value)) {
      if (const auto date = calendar::Date::parse_iso(*text)) value = *date;
    }
    args.emplace_back(name, form::display_text(value, places, lang_));
  }
  static_cast<void>(sources_cell(row.text("_sources")));
  return interpolate(block.text.in(lang_), args, lang_);
}

document::Cell SummaryQuery::sources_cell(const std::string& sources) {
  document::Cell out;
  std::set<std::string> numbers;
  for (const std::string& part : split(sources, ',')) {
    if (const std::string number(trim(part)); !number.empty()) numbers.insert(number);
  }
  if (numbers.empty()) return out;
  out.value = compressed(numbers);
  out.link = "#" + *numbers.begin();
  sources_.insert(numbers.begin(), numbers.end());
  return out;
}

}  // namespace esep::app
