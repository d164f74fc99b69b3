// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace esep {

/// SHA-256 as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// The same, fed piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  void update(std::string_view bytes);
  [[nodiscard]] std::string finish_hex();  // once

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

/// HMAC-SHA-1 (RFC 2104), 20 bytes: what one-time passwords are made of (RFC 6238).
[[nodiscard]] std::string hmac_sha1(std::string_view key, std::string_view text);

/// `count` random bytes from the operating system.
[[nodiscard]] std::string random_bytes(size_t count);

/// `bytes` random bytes from the operating system as hexadecimal digits.
[[nodiscard]] std::string random_hex(size_t bytes);

}  // namespace esep
