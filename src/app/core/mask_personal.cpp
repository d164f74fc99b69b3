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
    const bool in_hash = (at > 0 && is_hex_letter(text[at - 1])) || (end < text.size() && is_hex_letter(text[end]));
    const bool personal =
        !in_hash && digits.size() >= kFewestDigits && digits.size() <= kLongest && !is_organisation(digits);
    out += personal ? mask_number(digits) : std::string(digits);
    at = end;
  }
  return out;
}

}  // namespace esep::app
