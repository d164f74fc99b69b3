// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep {

/// Base64 with padding and without line breaks (RFC 4648, section 4; OpenSSL).
[[nodiscard]] std::string to_base64(std::string_view bytes);

}  // namespace esep
