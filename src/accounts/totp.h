// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "accounts/account.h"

/// One-time passwords by time (RFC 6238): HMAC-SHA-1, 30 seconds, six digits, as every authenticator has them.
namespace esep::accounts {

/// 20 random bytes.
[[nodiscard]] std::string new_totp_secret();
/// In letters and digits for typing (RFC 4648, base 32 without padding).
[[nodiscard]] std::string base32(const std::string& bytes);
/// What the QR code of an authenticator says.
[[nodiscard]] std::string totp_address(const std::string& secret, const std::string& issuer, const std::string& login);
/// The code of a 30-second step.
[[nodiscard]] std::string totp_code(const std::string& secret, int64_t step);
/// The step whose code it is: that of `now`, the one before or the one after, if it is later than `last`. nullopt: the
/// code is wrong, or was used.
[[nodiscard]] std::optional<int64_t> totp_step(const std::string& secret, const std::string& code, Instant now,
                                               int64_t last);

}  // namespace esep::accounts
