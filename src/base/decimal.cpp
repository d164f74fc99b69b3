// SPDX-License-Identifier: MIT
#include "base/decimal.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/text.h"

namespace esep {
namespace {

__extension__ using Wide = __int128;

std::optional<Decimal> narrow(Wide units) {
  if (units > std::numeric_limits<int64_t>::max() || units < std::numeric_limits<int64_t>::min()) return std::nullopt;
  return Decimal::from_units(static_cast<int64_t>(units));
}

Wide divide_rounded(Wide dividend, Wide divisor) {
  const bool negative = (dividend < 0) != (divisor < 0);
  const Wide a = dividend < 0 ? -dividend : dividend;
  const Wide b = divisor < 0 ? -divisor : divisor;
  const Wide quotient = (a + b / 2) / b;
  return negative ? -quotient : quotient;
}

// The digits of `12.50` as "1250" with the point two places from the right.
struct Digits {
  std::string digits;
  int places = 0;
};

std::optional<Digits> read_digits(std::string_view text) {
  Digits out;
  bool point = false;
  for (const char c : text) {
    if (c == '.') {
      if (point) return std::nullopt;
      point = true;
    } else if (is_digit(c)) {
      out.digits += c;
      if (point) ++out.places;
    } else {
      return std::nullopt;
    }
  }
  if (out.digits.empty() || text.back() == '.' || text.front() == '.') return std::nullopt;
  return out;
}

}  // namespace

std::optional<Decimal> Decimal::from_integer(int64_t whole) { return narrow(Wide{whole} * kUnit); }

std::optional<Decimal> Decimal::parse(std::string_view canonical) {
  const bool negative = !canonical.empty() && canonical.front() == '-';
  if (negative) canonical.remove_prefix(1);
  int exponent = 0;
  if (const size_t e = canonical.find_first_of("eE"); e != std::string_view::npos) {
    std::string_view power = canonical.substr(e + 1);
    if (power.starts_with("+-")) return std::nullopt;
    if (power.starts_with('+')) power.remove_prefix(1);
    const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
    if (error != std::errc{} || end != power.data() + power.size() || exponent > 30 || exponent < -30)
      return std::nullopt;
    canonical = canonical.substr(0, e);
  }
  auto read = read_digits(canonical);
  if (!read) return std::nullopt;
  int places = read->places - exponent;
  while (places > kScale && read->digits.size() > 1 && read->digits.back() == '0') {
    read->digits.pop_back();
    --places;
  }
  if (places > kScale && read->digits != "0") return std::nullopt;
  Wide units = 0;
  constexpr Wide kLimit = Wide{std::numeric_limits<int64_t>::max()} + 1;
  for (const char c : read->digits) {
    units = units * 10 + (c - '0');
    if (units > kLimit) return std::nullopt;
  }
  for (int i = places; i < kScale; ++i) {
    units *= 10;
    if (units > kLimit) return std::nullopt;
  }
  return narrow(negative ? -units : units);
}

int Decimal::places() const {
  int places = kScale;
  for (int64_t rest = units_; places > 0 && rest % 10 == 0; rest /= 10) --places;
  return places;
}

std::optional<int64_t> Decimal::to_integer() const {
  if (units_ % kUnit != 0) return std::nullopt;
  return units_ / kUnit;
}

std::string Decimal::to_string(int min_places) const {
  const bool negative = units_ < 0;
  const uint64_t magnitude = negative ? 0 - static_cast<uint64_t>(units_) : static_cast<uint64_t>(units_);
  std::string out = std::to_string(magnitude / kUnit);
  std::string fraction = std::to_string(magnitude % kUnit);
  fraction.insert(0, static_cast<size_t>(kScale) - fraction.size(), '0');
  const int wanted = std::max(places(), std::min(min_places, kScale));
  fraction.resize(static_cast<size_t>(wanted));
  if (!fraction.empty()) out += "." + fraction;
  return negative ? "-" + out : out;
}

std::optional<Decimal> checked_add(Decimal a, Decimal b) { return narrow(Wide{a.units()} + b.units()); }
std::optional<Decimal> checked_sub(Decimal a, Decimal b) { return narrow(Wide{a.units()} - b.units()); }

std::optional<Decimal> checked_mul(Decimal a, Decimal b) {
  return narrow(divide_rounded(Wide{a.units()} * b.units(), Decimal::kUnit));
}

std::optional<Decimal> checked_div(Decimal a, Decimal b) {
  if (b.units() == 0) return std::nullopt;
  return narrow(divide_rounded(Wide{a.units()} * Decimal::kUnit, b.units()));
}

}  // namespace esep
