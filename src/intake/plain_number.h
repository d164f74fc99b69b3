// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace esep::intake {

/// A number as decimal digits: what number formats shift, round and compare, without floating point.
struct PlainNumber {
  bool negative = false;
  std::string whole;     // without leading zeros; empty below one
  std::string fraction;  // without trailing zeros

  /// Reads canonical notation ("-0.125", "1.5E-7"). nullopt beyond a hundred places to either side.
  [[nodiscard]] static std::optional<PlainNumber> parse(std::string_view canonical);
  [[nodiscard]] bool is_zero() const { return whole.empty() && fraction.empty(); }
  /// Times ten to that power.
  [[nodiscard]] PlainNumber shifted(int places) const;
  /// To so many decimal places, half away from zero.
  [[nodiscard]] PlainNumber rounded(size_t places) const;

  [[nodiscard]] std::strong_ordering operator<=>(const PlainNumber& other) const;
  bool operator==(const PlainNumber&) const = default;
};

}  // namespace esep::intake
