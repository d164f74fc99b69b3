// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep {

/// The bytes as lower-case hexadecimal digits.
[[nodiscard]] inline std::string to_hex(const unsigned char* bytes, size_t count) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(count * 2);
  for (size_t i = 0; i < count; ++i) {
    out += kDigits[bytes[i] >> 4];
    out += kDigits[bytes[i] & 0x0F];
  }
  return out;
}

}  // namespace esep
