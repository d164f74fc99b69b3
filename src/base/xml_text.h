// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep {

/// The text as XML 1.0 takes it, in an element or between quotation marks: what has a meaning is escaped, bytes that
/// are no UTF-8 become U+FFFD, characters that XML forbids become blanks, CR is left out.
[[nodiscard]] std::string xml_escape(std::string_view text);

}  // namespace esep
