// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep::html {

/// Text for an element or a quoted attribute: valid UTF-8, no control characters, nothing that is markup.
[[nodiscard]] std::string escape(std::string_view text);

/// An id made of any text, and the same wherever a link names it.
[[nodiscard]] std::string anchor_id(std::string_view anchor);

}  // namespace esep::html
