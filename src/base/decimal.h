// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace esep {

/// An exact number with four decimal places: a count of ten-thousandths in 64 bits, so from
/// -922 337 203 685 477.5808 to +922 337 203 685 477.5807. Every column, table and rule has this scale, so sums and
/// comparisons need no conversion (docs/decisions.md). Money, percentages and decimals are Decimals; there is no
/// floating point.
class Decimal {
 public:
  static constexpr int kScale = 4;
  static constexpr int64_t kUnit = 10000;

  constexpr Decimal() = default;
  [[nodiscard]] static constexpr Decimal from_units(int64_t ten_thousandths) { return Decimal(ten_thousandths); }
  /// nullopt when the integer does not fit.
  [[nodiscard]] static std::optional<Decimal> from_integer(int64_t whole);
  /// Reads `-1234.5600` or `1.5E-3` (one point, no spaces, no grouping): the canonical notation of this engine.
  /// nullopt on anything else, on more than four significant decimal places, and on overflow.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view canonical);

  [[nodiscard]] constexpr int64_t units() const { return units_; }
  /// The decimal places that the value needs: 12.50 needs 1.
  [[nodiscard]] int places() const;
  /// The value as an integer; nullopt if it has a fraction.
  [[nodiscard]] std::optional<int64_t> to_integer() const;
  /// Canonical notation with at least `min_places` decimals: `1234.50`.
  [[nodiscard]] std::string to_string(int min_places = 0) const;

  constexpr auto operator<=>(const Decimal&) const = default;

 private:
  constexpr explicit Decimal(int64_t units) : units_(units) {}
  int64_t units_ = 0;
};

/// Exact arithmetic; nullopt on overflow or division by zero. Products and quotients round half away from zero to
/// four places.
[[nodiscard]] std::optional<Decimal> checked_add(Decimal a, Decimal b);
[[nodiscard]] std::optional<Decimal> checked_sub(Decimal a, Decimal b);
[[nodiscard]] std::optional<Decimal> checked_mul(Decimal a, Decimal b);
[[nodiscard]] std::optional<Decimal> checked_div(Decimal a, Decimal b);

}  // namespace esep
