// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep::app {

/// The key of a message of a family: "STATE-" and "under_review" give "STATE-UNDER-REVIEW".
[[nodiscard]] inline std::string message_key(std::string_view family, std::string_view name) {
  std::string out(family);
  for (const char c : name) out += c == '_' ? '-' : (c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c);
  return out;
}

}  // namespace esep::app
