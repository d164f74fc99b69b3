// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep::html {

/// Text for an element or a quoted attribute: valid UTF-8 without control characters or markup.
[[nodiscard]] std::string escape(std::string_view text);

/// An id made from any text; links to it use the same id.
[[nodiscard]] std::string anchor_id(std::string_view anchor);

}  // namespace esep::html
