// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep {

/// Every byte but A–Z a–z 0–9 - . _ ~ as %XX (RFC 3986).
[[nodiscard]] std::string percent_encoded(std::string_view text);
/// The same of a path: its slashes stay.
[[nodiscard]] std::string percent_encoded_path(std::string_view path);

}  // namespace esep
