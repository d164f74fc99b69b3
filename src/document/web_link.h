// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace esep::document {

/// Whether a cell's link opens a page or a mail: no other scheme is made clickable, because a report's author chose it.
[[nodiscard]] inline bool is_web_link(std::string_view link) {
  return link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:");
}

}  // namespace esep::document
