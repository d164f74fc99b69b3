// SPDX-License-Identifier: MIT
#include "report/read/parse_number.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"
#include "base/utf8.h"

namespace esep::report {
namespace {

// Every kind of group space and apostrophe becomes '_', every kind of minus '-'.
std::string normalise(std::string_view typed) {
  std::string out;
  for (size_t pos = 0; pos < typed.size();) {
    const char32_t cp = next_code_point(typed, pos);
    if (cp == U' ' || cp == 0xA0 || cp == 0x202F || cp == 0x2009 || cp == U'\'' || cp == 0x2019) {
      out += '_';
    } else if (cp == 0x2212 || cp == 0x2013) {
      out += '-';
    } else {
      append_code_point(out, cp);
    }
  }
  return out;
}

void drop_suffix(std::string& text, std::string_view suffix) {
  if (text.ends_with(suffix)) text.resize(text.size() - suffix.size());
  while (!text.empty() && text.back() == '_') text.pop_back();
}

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

// "1_234_567" or "1234567": groups of three behind the first; nullopt otherwise.
std::optional<std::string> join_groups(std::string_view text, char separator) {
  const std::vector<std::string> groups = split(text, separator);
  std::string out;
  for (size_t i = 0; i < groups.size(); ++i) {
    if (!all_digits(groups[i]) || (i > 0 && groups[i].size() != 3)) return std::nullopt;
    if (groups.size() > 1 && i == 0 && groups[i].size() > 3) return std::nullopt;
    out += groups[i];
  }
  return out;
}

}  // namespace

std::optional<std::string> canonical_number(std::string_view typed) {
  std::string text = normalise(trim(typed));
  drop_suffix(text, "%");
  drop_suffix(text, "₸");
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.erase(0, 1);
  while (text.starts_with('_')) text.erase(0, 1);
  const size_t comma = text.rfind(',');
  const size_t point = text.rfind('.');
  size_t decimal = std::string::npos;
  char group = '_';
  if (comma != std::string::npos && point != std::string::npos) {
    decimal = std::max(comma, point);
    group = comma < point ? ',' : '.';
  } else if (comma != std::string::npos || point != std::string::npos) {
    decimal = comma != std::string::npos ? comma : point;
    if (std::count(text.begin(), text.end(), text[decimal]) > 1) return std::nullopt;
  }
  const auto whole = join_groups(std::string_view(text).substr(0, decimal), group);
  if (!whole) return std::nullopt;
  std::string out = (negative ? "-" : "") + *whole;
  if (decimal != std::string::npos) {
    const std::string_view fraction = std::string_view(text).substr(decimal + 1);
    if (!all_digits(fraction)) return std::nullopt;
    out += "." + std::string(fraction);
  }
  return out;
}

bool is_too_large_number(std::string_view canonical) {
  constexpr ptrdiff_t kMostDigits = 15;
  const size_t mark = canonical.find_first_of("eE");
  const std::string_view whole = canonical.substr(0, std::min(canonical.find('.'), mark));
  if (mark == std::string_view::npos) return !Decimal::parse(whole);
  std::string_view power = canonical.substr(mark + 1);
  if (power.starts_with('+')) power.remove_prefix(1);
  ptrdiff_t exponent = kMostDigits;  // of a power beyond every range
  std::from_chars(power.data(), power.data() + power.size(), exponent);
  return std::count_if(whole.begin(), whole.end(), is_digit) + exponent > kMostDigits;
}

std::optional<TwoReadings> two_readings(std::string_view canonical) {
  const bool negative = canonical.starts_with('-');
  if (negative) canonical.remove_prefix(1);
  const size_t point = std::min(canonical.find('.'), canonical.size());
  const std::string whole(canonical.substr(0, point));
  std::string fraction(canonical.substr(std::min(point + 1, canonical.size())));
  if (whole.size() > 3 || whole.starts_with('0') || fraction.size() != 3) return std::nullopt;
  TwoReadings out;
  out.large = (negative ? "-" : "") + whole + "\u00A0" + fraction;
  while (fraction.ends_with('0')) fraction.pop_back();
  out.small = (negative ? "-" : "") + whole + (fraction.empty() ? "" : "," + fraction);
  return out;
}

}  // namespace esep::report
