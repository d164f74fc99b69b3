// SPDX-License-Identifier: MIT
#include "table/functions.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"
#include "base/text.h"
#include "calendar/date.h"

namespace esep::table {
namespace {

using sqlite::FunctionCall;

constexpr std::array<std::string_view, 31> kAllowed{
    "abs",   "coalesce", "ifnull", "nullif", "length",  "lower",   "upper",        "substr",     "substring", "instr",   "trim",
    "ltrim", "rtrim",    "like",   "glob",   "min",     "max",     "count",        "sum",        "iif",       "replace", "dec",
    "dec_mul", "dec_div", "dec_cmp", "dec_sum", "days_between", "add_months", "labelled_date", "fold", "likely"};

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
  const auto value = call.arg(index);
  if (const auto* string = std::get_if<std::string>(&value)) return *string;
  if (const auto* number = std::get_if<int64_t>(&value)) return std::to_string(*number);
  return "";
}

void give(const FunctionCall& call, const std::optional<Decimal>& value, const char* problem) {
  if (value) {
    call.result(value->units());
  } else {
    call.fail(problem);
  }
}

void dec(const FunctionCall& call) {
  if (any_null(call)) return call.result(std::monostate{});
  const auto number = integer(call, 0);
  give(call, number ? Decimal::from_integer(*number) : Decimal::parse(text(call, 0)), "dec: no exact decimal");
}

template <auto operation>
void dec_operation(const FunctionCall& call) {
  if (any_null(call)) return call.result(std::monostate{});
  const auto a = integer(call, 0);
  const auto b = integer(call, 1);
  if (!a || !b) return call.fail("decimal wanted");
  give(call, operation(Decimal::from_units(*a), Decimal::from_units(*b)), "overflow or division by zero");
}

void dec_cmp(const FunctionCall& call) {
  if (any_null(call)) return call.result(std::monostate{});
  const auto a = integer(call, 0);
  const auto b = integer(call, 1);
  if (!a || !b) return call.fail("decimal wanted");
  call.result(int64_t{*a < *b ? -1 : (*a > *b ? 1 : 0)});
}

class DecimalSum : public sqlite::Aggregate {
 public:
  void step(const FunctionCall& call) override {
    if (call.is_null(0) || overflow_) return;
    const auto units = integer(call, 0);
    const auto next = units ? checked_add(sum_, Decimal::from_units(*units)) : std::nullopt;
    overflow_ = !next;
    if (next) sum_ = *next;
    any_ = true;
  }
  void finish(const FunctionCall& call) override {
    if (overflow_) return call.fail("dec_sum: overflow");
    if (any_) {
      call.result(sum_.units());
    } else {
      call.result(std::monostate{});
    }
  }

 private:
  Decimal sum_;
  bool any_ = false;
  bool overflow_ = false;
};

void days_between(const FunctionCall& call) {
  if (any_null(call)) return call.result(std::monostate{});
  const auto a = calendar::Date::parse_iso(text(call, 0));
  const auto b = calendar::Date::parse_iso(text(call, 1));
  if (!a || !b) return call.result(std::monostate{});
  call.result(int64_t{b->days() - a->days()});
}

void add_months(const FunctionCall& call) {
  if (any_null(call)) return call.result(std::monostate{});
  const auto date = calendar::Date::parse_iso(text(call, 0));
  const auto months = integer(call, 1);
  if (!date || !months || *months > 12000 || *months < -12000) return call.result(std::monostate{});
  const int index = date->year() * 12 + static_cast<int>(date->month()) - 1 + static_cast<int>(*months);
  for (unsigned day = date->day(); day >= 28; --day) {
    if (const auto found = calendar::Date::from_ymd(index / 12, static_cast<unsigned>(index % 12) + 1, day)) {
      return call.result(found->iso());
    }
  }
  const auto found = calendar::Date::from_ymd(index / 12, static_cast<unsigned>(index % 12) + 1, date->day());
  if (found) return call.result(found->iso());
  call.result(std::monostate{});
}

// The date behind a label in the lines "label: 2026-10-05"; the latest where the label stands twice.
void labelled_date(const FunctionCall& call) {
  if (any_null(call)) return call.result(std::monostate{});
  const std::string label = text(call, 1) + ": ";
  std::string found;
  for (const std::string& line : split(text(call, 0), '\n')) {
    if (line.starts_with(label)) found = std::max(found, line.substr(label.size()));
  }
  if (found.empty()) return call.result(std::monostate{});
  call.result(found);
}

void fold(const FunctionCall& call) {
  if (any_null(call)) return call.result(std::monostate{});
  call.result(fold_case(text(call, 0)));
}

}  // namespace

void add_functions(sqlite::Database& database) {
  database.add_function("dec", 1, dec);
  database.add_function("dec_mul", 2, dec_operation<checked_mul>);
  database.add_function("dec_div", 2, dec_operation<checked_div>);
  database.add_function("dec_cmp", 2, dec_cmp);
  database.add_aggregate("dec_sum", 1, [] { return std::make_unique<DecimalSum>(); });
  database.add_function("days_between", 2, days_between);
  database.add_function("add_months", 2, add_months);
  database.add_function("labelled_date", 2, labelled_date);
  database.add_function("fold", 1, fold);
}

bool is_allowed_function(std::string_view name) {
  return std::find(kAllowed.begin(), kAllowed.end(), name) != kAllowed.end();
}

}  // namespace esep::table
