// SPDX-License-Identifier: MIT
#include "intake/number_text.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace esep::intake {
namespace {

constexpr size_t kMaxLength = 400;
constexpr int kPlainLow = -20;
constexpr int kPlainHigh = 30;

// value = 0.digits × 10^point, without zeros at either end; zero has no digits.
struct Number {
  bool negative = false;
  bool integer = true;  // written as plain digits
  std::string digits;
  int point = 0;
};

std::optional<int> read_exponent(std::string_view text) {
  if (!text.empty() && text.front() == '+') {
    text.remove_prefix(1);
    if (!text.empty() && text.front() == '-') return std::nullopt;
  }
  if (text.size() > 5) return std::nullopt;
  int exponent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return exponent;
}

void strip_zeros(Number& number) {
  const size_t first = number.digits.find_first_not_of('0');
  if (first == std::string::npos) {
    number.digits.clear();
    number.point = 0;
    return;
  }
  number.digits.erase(0, first);
  number.point -= static_cast<int>(first);
  number.digits.erase(number.digits.find_last_not_of('0') + 1);
}

std::optional<Number> read_number(std::string_view raw) {
  Number out;
  if (raw.empty() || raw.size() > kMaxLength) return std::nullopt;
  size_t at = raw.front() == '-' || raw.front() == '+' ? 1 : 0;
  out.negative = raw.front() == '-';
  for (; at < raw.size() && is_digit(raw[at]); ++at) out.digits += raw[at];
  out.point = static_cast<int>(out.digits.size());
  if (at < raw.size() && raw[at] == '.') {
    out.integer = false;
    for (++at; at < raw.size() && is_digit(raw[at]); ++at) out.digits += raw[at];
  }
  if (out.digits.empty()) return std::nullopt;
  if (at < raw.size()) {
    if (raw[at] != 'e' && raw[at] != 'E') return std::nullopt;
    const auto exponent = read_exponent(raw.substr(at + 1));
    if (!exponent) return std::nullopt;
    out.integer = false;
    out.point += *exponent;
  }
  strip_zeros(out);
  return out;
}

void round_to(Number& number, size_t digits) {
  if (number.digits.size() <= digits) return;
  const bool up = number.digits[digits] >= '5';
  number.digits.resize(digits);
  if (up) {
    size_t at = digits;
    while (at > 0 && number.digits[at - 1] == '9') number.digits[--at] = '0';
    if (at == 0) {
      number.digits.insert(number.digits.begin(), '1');
      ++number.point;
    } else {
      ++number.digits[at - 1];
    }
  }
  strip_zeros(number);
}

std::string write(const Number& number) {
  if (number.digits.empty()) return "0";
  std::string out = number.negative ? "-" : "";
  const auto size = static_cast<int>(number.digits.size());
  if (number.point > kPlainHigh || number.point < kPlainLow) {
    out += number.digits.front();
    if (size > 1) out += '.' + number.digits.substr(1);
    const int exponent = number.point - 1;
    return out + (exponent < 0 ? "E" : "E+") + std::to_string(exponent);
  }
  if (number.point <= 0) return out + "0." + std::string(static_cast<size_t>(-number.point), '0') + number.digits;
  const auto point = static_cast<size_t>(number.point);
  if (number.point >= size) return out + number.digits + std::string(point - number.digits.size(), '0');
  return out + number.digits.substr(0, point) + '.' + number.digits.substr(point);
}

// Most cells: a short number that needs no normalising.
bool is_canonical(std::string_view raw) {
  if (raw.empty() || raw.size() > static_cast<size_t>(kExcelDigits)) return false;
  if (raw.front() == '0') return raw.size() == 1;
  const size_t point = raw.find('.');
  if (point == 0 || (point != std::string_view::npos && (raw.back() == '0' || raw.back() == '.'))) return false;
  return std::all_of(raw.begin(), raw.end(), [](char c) { return is_digit(c) || c == '.'; }) &&
         std::count(raw.begin(), raw.end(), '.') <= 1;
}

}  // namespace

std::optional<std::string> canonical_number_text(std::string_view raw, int digits) {
  if (is_canonical(raw)) return std::string(raw);
  auto number = read_number(raw);
  if (!number) return std::nullopt;
  if (digits > 0 && !number->integer) round_to(*number, static_cast<size_t>(digits));
  return write(*number);
}

}  // namespace esep::intake
