// SPDX-License-Identifier: MIT
#include "accounts/totp.h"

#include <fmt/core.h>

#include "base/hash.h"
#include "base/percent_encoded.h"

namespace esep::accounts {

std::string new_totp_secret() { return random_bytes(20); }

std::string base32(const std::string& bytes) {
  constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  uint32_t bits = 0;
  int count = 0;
  for (const char c : bytes) {
    bits = (bits << 8U) | static_cast<unsigned char>(c);
    for (count += 8; count >= 5; count -= 5) out += kSigns[(bits >> static_cast<unsigned>(count - 5)) & 31U];
  }
  if (count > 0) out += kSigns[(bits << static_cast<unsigned>(5 - count)) & 31U];
  return out;
}

std::string totp_address(const std::string& secret, const std::string& issuer, const std::string& login) {
  return fmt::format("otpauth://totp/{0}:{1}?secret={2}&issuer={0}", percent_encoded(issuer), percent_encoded(login),
                     base32(secret));
}

std::string totp_code(const std::string& secret, int64_t step) {
  std::string counter(8, '\0');
  for (int i = 7; i >= 0; --i, step >>= 8) counter[static_cast<size_t>(i)] = static_cast<char>(step & 0xFF);
  const std::string mac = hmac_sha1(secret, counter);
  const auto byte = [&](size_t at) { return uint32_t{static_cast<unsigned char>(mac[at])}; };
  const size_t at = byte(19) & 15U;
  const uint32_t value = ((byte(at) & 0x7FU) << 24U) | (byte(at + 1) << 16U) | (byte(at + 2) << 8U) | byte(at + 3);
  return fmt::format("{:06}", value % 1'000'000);
}

std::optional<int64_t> totp_step(const std::string& secret, const std::string& code, Instant now, int64_t last) {
  for (const int64_t step : {now / 30, now / 30 - 1, now / 30 + 1})
    if (step > last && totp_code(secret, step) == code) return step;
  return std::nullopt;
}

}  // namespace esep::accounts
