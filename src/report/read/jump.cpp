// SPDX-License-Identifier: MIT
#include "report/read/jump.h"

#include <algorithm>

namespace esep::report {
namespace {

// Not percentages: a share of 0.1 % may well become 20 %.
JumpLimit limit_of(const JumpLimits& limits, const form::ValueSpec& spec) {
  if (const auto at = limits.columns.find(spec.id); at != limits.columns.end()) return at->second;
  const bool money = spec.type == form::ColumnType::money || spec.type == form::ColumnType::decimal;
  return money ? limits.money : JumpLimit();
}

// In ten-thousandths; nullopt: no number above zero.
std::optional<int64_t> units_of(const form::Value& value) {
  const auto* decimal = std::get_if<Decimal>(&value);
  const auto* whole = std::get_if<int64_t>(&value);
  const auto number = decimal != nullptr ? std::optional(*decimal)
                      : whole != nullptr ? Decimal::from_integer(*whole)
                                         : std::nullopt;
  return number && number->units() > 0 ? std::optional(number->units()) : std::nullopt;
}

}  // namespace

bool is_compared(const JumpLimits& limits, const form::ValueSpec& spec) { return limit_of(limits, spec).times > 0; }

std::optional<int64_t> jump(const JumpLimits& limits, const form::ValueSpec& spec, const form::Value& before,
                            const form::Value& now) {
  const JumpLimit limit = limit_of(limits, spec);
  const auto a = units_of(before);
  const auto b = units_of(now);
  if (limit.times == 0 || !a || !b) return std::nullopt;
  const auto [small, large] = std::minmax(*a, *b);
  const int64_t times = large / small;
  const bool counts = large / Decimal::kUnit >= limit.least;
  return counts && times >= limit.times ? std::optional(times) : std::nullopt;
}

bool is_about_thousand(int64_t times) { return times >= 300 && times <= 3000; }

}  // namespace esep::report
