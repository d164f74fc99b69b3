// SPDX-License-Identifier: MIT
#include "base/percent_encoded.h"

#include "base/text.h"

namespace esep {
namespace {

bool is_unreserved(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '.' || c == '_' ||
         c == '~';
}

std::string encoded(std::string_view text, bool with_slashes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c) || (with_slashes && c == '/')) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0xFU];
  }
  return out;
}

}  // namespace

std::string percent_encoded(std::string_view text) { return encoded(text, false); }

std::string percent_encoded_path(std::string_view path) { return encoded(path, true); }

}  // namespace esep
