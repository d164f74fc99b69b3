// SPDX-License-Identifier: MIT
#include "app/core/mask_personal.h"

#include <algorithm>

namespace esep::app {
namespace {

constexpr size_t kShown = 4;
constexpr size_t kFewestDigits = 10;
constexpr size_t kLongest = 14;
constexpr size_t kNumber = 12;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A digit beside one of these belongs to a hash.
bool is_hex_letter(char c) { return c >= 'a' && c <= 'f'; }

// The fifth digit of an organisation's number is its kind, 4 to 6; of a personal number it is the tens of a day, 0
// to 3.
bool is_organisation(std::string_view digits) {
  return digits.size() == kNumber && digits[4] >= '4' && digits[4] <= '6';
}

// A personal number begins with a birthday (two digits each of year, month and day) and a digit of sex and century.
bool begins_with_birthday(std::string_view digits) {
  const int month = (digits[2] - '0') * 10 + (digits[3] - '0');
  const int day = (digits[4] - '0') * 10 + (digits[5] - '0');
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && digits[6] <= '6';
}

// The blank, hyphen or dash that stands at `at` between two groups of digits; empty: none does.
std::string_view separator_at(std::string_view text, size_t at) {
  for (const std::string_view one : {" ", "-", "\u00a0", "\u2007", "\u2009", "\u202f", "\u2010", "\u2011", "\u2013"}) {
    if (text.substr(at).starts_with(one)) return one;
  }
  return {};
}

// Bytes from `at` of twelve digits in groups that can be a personal number; 0: there is none.
size_t grouped_number(std::string_view text, size_t at) {
  std::string digits;
  size_t end = at;
  while (end < text.size() && is_digit(text[end])) digits += text[end++];
  while (digits.size() < kNumber) {
    const size_t next = end + separator_at(text, end).size();
    if (next == end || next >= text.size() || !is_digit(text[next])) return 0;
    for (end = next; end < text.size() && is_digit(text[end]); ++end) digits += text[end];
  }
  const bool grouped = end - at > kNumber;
  return grouped && digits.size() == kNumber && begins_with_birthday(digits) ? end - at : 0;
}

}  // namespace

bool asks_personal_number(const form::FormDefinition& form) {
  const auto personal = [](const form::ValueSpec& spec) { return spec.type == form::ColumnType::iin; };
  return std::any_of(form.columns.begin(), form.columns.end(), personal) ||
         std::any_of(form.fields.begin(), form.fields.end(), personal);
}

std::string mask_number(std::string_view number) {
  std::string out(number);
  size_t digits = static_cast<size_t>(std::count_if(out.begin(), out.end(), is_digit));
  for (char& c : out) {
    if (is_digit(c) && digits-- > kShown) c = '*';
  }
  return out;
}

std::string mask_text(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::string_view digits = text.substr(at, end - at);
    if (digits.empty()) {
      out += text[at++];
      continue;
    }
    if (const size_t length = grouped_number(text, at)) {
      out += mask_number(text.substr(at, length));
      at += length;
      continue;
    }
    const bool in_hash = (at > 0 && is_hex_letter(text[at - 1])) || (end < text.size() && is_hex_letter(text[end]));
    const bool personal =
        !in_hash && digits.size() >= kFewestDigits && digits.size() <= kLongest && !is_organisation(digits);
    out += personal ? mask_number(digits) : std::string(digits);
    at = end;
  }
  return out;
}

}  // namespace esep::app
