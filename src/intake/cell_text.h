// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep::intake {

/// Decodes `_xHHHH_` (ST_Xstring): `_x000D_`, `_x005F_` for an underscore, surrogate pairs. Half a pair becomes U+FFFD.
[[nodiscard]] std::string decode_escapes(std::string_view text);

/// Line ends become `\n`; control characters other than tab and `\n` become U+FFFD, because writers and databases fail
/// on them. Valid UTF-8 stays valid.
void clean_controls(std::string& text);

/// Without XML white space at both ends.
[[nodiscard]] std::string_view trim_xml(std::string_view text);

}  // namespace esep::intake
