// SPDX-License-Identifier: MIT
#include "intake/plain_number.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace esep::intake {
namespace {

constexpr int kMostPlaces = 100;

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

void trim_zeros(PlainNumber& number) {
  number.whole.erase(0, std::min(number.whole.find_first_not_of('0'), number.whole.size()));
  while (!number.fraction.empty() && number.fraction.back() == '0') number.fraction.pop_back();
  if (number.is_zero()) number.negative = false;
}

// Both without a sign.
std::strong_ordering compare_size(const PlainNumber& a, const PlainNumber& b) {
  if (a.whole.size() != b.whole.size()) return a.whole.size() <=> b.whole.size();
  if (a.whole != b.whole) return a.whole <=> b.whole;
  return a.fraction <=> b.fraction;  // a shorter one is the smaller of two that begin alike
}

}  // namespace

std::optional<PlainNumber> PlainNumber::parse(std::string_view canonical) {
  PlainNumber out;
  out.negative = canonical.starts_with('-');
  if (out.negative || canonical.starts_with('+')) canonical.remove_prefix(1);
  int power = 0;
  if (const size_t mark = canonical.find_first_of("eE"); mark != std::string_view::npos) {
    std::string_view digits = canonical.substr(mark + 1);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), power);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    canonical = canonical.substr(0, mark);
  }
  const size_t point = std::min(canonical.find('.'), canonical.size());
  out.whole = canonical.substr(0, point);
  out.fraction = canonical.substr(std::min(point + 1, canonical.size()));
  const bool digits = all_digits(out.whole) && all_digits(out.fraction) && out.whole.size() + out.fraction.size() > 0;
  if (!digits || out.whole.size() > kMostPlaces || power > kMostPlaces || power < -kMostPlaces) return std::nullopt;
  trim_zeros(out);
  return power == 0 ? out : out.shifted(power);
}

PlainNumber PlainNumber::shifted(int places) const {
  PlainNumber out = *this;
  for (; places > 0; --places) {
    out.whole += out.fraction.empty() ? '0' : out.fraction.front();
    if (!out.fraction.empty()) out.fraction.erase(0, 1);
  }
  for (; places < 0; ++places) {
    out.fraction.insert(0, 1, out.whole.empty() ? '0' : out.whole.back());
    if (!out.whole.empty()) out.whole.pop_back();
  }
  trim_zeros(out);
  return out;
}

PlainNumber PlainNumber::rounded(size_t places) const {
  if (fraction.size() <= places) return *this;
  const bool up = fraction[places] >= '5';
  PlainNumber out = *this;
  out.fraction.resize(places);
  std::string digits = "0" + out.whole + out.fraction;
  for (size_t i = digits.size(); up && i-- > 0;) {
    if (digits[i] != '9') {
      ++digits[i];
      break;
    }
    digits[i] = '0';
  }
  out.whole = digits.substr(0, digits.size() - places);
  out.fraction = digits.substr(digits.size() - places);
  trim_zeros(out);
  return out;
}

std::strong_ordering PlainNumber::operator<=>(const PlainNumber& other) const {
  if (negative != other.negative) return negative ? std::strong_ordering::less : std::strong_ordering::greater;
  return negative ? compare_size(other, *this) : compare_size(*this, other);
}

}  // namespace esep::intake
