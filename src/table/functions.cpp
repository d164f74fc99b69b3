// SPDX-License-Identifier: MIT
#include "table/functions.h"

#include <algorithm>
#include <limits>

#include "base/decimal.h"
#include "base/mail_address.h"
#include "base/text.h"
#include "base/utf8.h"
#include "calendar/date.h"

namespace esep::table {
namespace {

using sqlite::FunctionCall;
using Limit = std::shared_ptr<const int64_t>;

__extension__ using Wide = __int128;

constexpr const char* kOverflow = "RULE-OVERFLOW";
constexpr const char* kDivision = "RULE-DIVISION";
constexpr const char* kNotDecimal = "RULE-NOT-DECIMAL";

bool any_null(const FunctionCall& call) {
  for (int i = 0; i < call.size(); ++i) {
    if (call.is_null(i)) return true;
  }
  return false;
}

std::optional<int64_t> integer(const FunctionCall& call, int index) {
  const auto value = call.arg(index);
  const auto* number = std::get_if<int64_t>(&value);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

std::string text(const FunctionCall& call, int index) {
  auto value = call.arg(index);
  if (auto* string = std::get_if<std::string>(&value)) return std::move(*string);
  if (const auto* number = std::get_if<int64_t>(&value)) return std::to_string(*number);
  return "";
}

bool within(Wide units, const Limit& limit) {
  const Wide most = limit ? *limit : std::numeric_limits<int64_t>::max();
  return units <= most && units >= -most;
}

void give(const FunctionCall& call, Wide units, const Limit& limit) {
  if (!within(units, limit)) return call.fail(kOverflow);
  call.result(static_cast<int64_t>(units));
}

void dec(const FunctionCall& call, const Limit& limit) {
  if (any_null(call)) return call.result(std::monostate{});
  if (const auto number = integer(call, 0)) return give(call, Wide{*number} * Decimal::kUnit, limit);
  const auto parsed = Decimal::parse(text(call, 0));
  if (!parsed) return call.fail(kNotDecimal);
  give(call, parsed->units(), limit);
}

using Operation = std::optional<Decimal> (*)(Decimal, Decimal);

void dec_operation(const FunctionCall& call, const Limit& limit, Operation operation) {
  if (any_null(call)) return call.result(std::monostate{});
  const auto a = integer(call, 0);
  const auto b = integer(call, 1);
  if (!a || !b) return call.fail(kNotDecimal);
  if (operation == &checked_div && *b == 0) return call.fail(kDivision);
  const auto result = operation(Decimal::from_units(*a), Decimal::from_units(*b));
  if (!result) return call.fail(kOverflow);
  give(call, result->units(), limit);
}

void dec_cmp(const FunctionCall& call) {
  if (any_null(call)) return call.result(std::monostate{});
  const auto a = integer(call, 0);
  const auto b = integer(call, 1);
  if (!a || !b) return call.fail(kNotDecimal);
  call.result(int64_t{*a < *b ? -1 : (*a > *b ? 1 : 0)});
}

// Wide inside, so that the result does not depend on the order of rows.
class ExactSum : public sqlite::Aggregate {
 public:
  explicit ExactSum(Limit limit) : limit_(std::move(limit)) {}

  void step(const FunctionCall& call) override {
    if (call.is_null(0)) return;
    const auto units = integer(call, 0);
    if (!units) return call.fail(kNotDecimal);
    sum_ += *units;
    any_ = true;
  }

  void finish(const FunctionCall& call) override {
    if (!any_) return call.result(std::monostate{});
    give(call, sum_, limit_);
  }

 private:
  Limit limit_;
  Wide sum_ = 0;
  bool any_ = false;
};

void days_between(const FunctionCall& call) {
  if (any_null(call)) return call.result(std::monostate{});
  const auto a = calendar::Date::parse_iso(text(call, 0));
  const auto b = calendar::Date::parse_iso(text(call, 1));
  if (!a || !b) return call.result(std::monostate{});
  call.result(int64_t{b->days()} - a->days());
}

// 31 January and one month is the last day of February.
void add_months(const FunctionCall& call) {
  if (any_null(call)) return call.result(std::monostate{});
  constexpr int64_t kMost = int64_t{12} * 9999;
  const auto date = calendar::Date::parse_iso(text(call, 0));
  const auto months = integer(call, 1);
  if (!date || !months || *months > kMost || *months < -kMost) return call.result(std::monostate{});
  const int64_t index = int64_t{date->year()} * 12 + date->month() - 1 + *months;
  if (index < 12) return call.result(std::monostate{});
  const auto first = calendar::Date::from_ymd(static_cast<int>(index / 12), static_cast<unsigned>(index % 12) + 1, 1);
  if (!first) return call.result(std::monostate{});
  const unsigned last = first->end_of_month().day();
  call.result(first->plus_days(static_cast<int>(std::min(date->day(), last)) - 1).iso());
}

// The date after a label in the lines "label: 2026-10-05"; the latest one if the label stands twice.
void labelled_date(const FunctionCall& call) {
  if (any_null(call)) return call.result(std::monostate{});
  const std::string label = text(call, 1) + ": ";
  std::optional<calendar::Date> found;
  for (const std::string& line : split(text(call, 0), '\n')) {
    if (!line.starts_with(label)) continue;
    const auto date = calendar::Date::parse_iso(std::string_view(line).substr(label.size()));
    if (date && (!found || *date > *found)) found = date;
  }
  if (!found) return call.result(std::monostate{});
  call.result(found->iso());
}

void fold(const FunctionCall& call) {
  if (any_null(call)) return call.result(std::monostate{});
  call.result(fold_case(text(call, 0)));
}

// As a reader counts them: a letter with its marks is one, and so is a family of emoji.
void characters(const FunctionCall& call) {
  if (any_null(call)) return call.result(std::monostate{});
  call.result(static_cast<int64_t>(count_graphemes(text(call, 0))));
}

// The first part of a text of addresses that is none; a text without parts is none itself.
void wrong_mail(const FunctionCall& call) {
  if (any_null(call)) return call.result(std::monostate{});
  const std::string whole = text(call, 0);
  const auto parts = mail_parts(whole);
  if (parts.empty()) return call.result(whole);
  const auto wrong = std::find_if_not(parts.begin(), parts.end(), is_mail_address);
  if (wrong == parts.end()) return call.result(std::monostate{});
  call.result(*wrong);
}

}  // namespace

void add_functions(sqlite::Database& database, const std::shared_ptr<const int64_t>& limit) {
  database.add_function("dec", 1, [limit](const FunctionCall& call) { dec(call, limit); });
  database.add_function("dec_mul", 2, [limit](const FunctionCall& call) { dec_operation(call, limit, &checked_mul); });
  database.add_function("dec_div", 2, [limit](const FunctionCall& call) { dec_operation(call, limit, &checked_div); });
  database.add_function("dec_cmp", 2, dec_cmp);
  for (const char* name : {"dec_sum", "sum"}) {
    database.add_aggregate(name, 1, [limit] { return std::make_unique<ExactSum>(limit); });
  }
  database.add_function("days_between", 2, days_between);
  database.add_function("add_months", 2, add_months);
  database.add_function("labelled_date", 2, labelled_date);
  database.add_function("fold", 1, fold);
  database.add_function("characters", 1, characters);
  database.add_function("wrong_mail", 1, wrong_mail);
}

const std::vector<std::string>& allowed_functions() {
  static const std::vector<std::string> kNames{
      "abs",           "add_months", "characters", "coalesce", "count", "days_between", "dec",       "dec_cmp",
      "dec_div",       "dec_mul",    "dec_sum",    "fold",     "glob",  "ifnull",       "iif",       "instr",
      "labelled_date", "length",     "like",       "lower",    "ltrim", "max",          "min",       "nullif",
      "rtrim",         "substr",     "substring",  "sum",      "trim",  "upper",        "wrong_mail"};
  return kNames;
}

bool is_allowed_function(std::string_view name) {
  const auto& names = allowed_functions();
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace esep::table
