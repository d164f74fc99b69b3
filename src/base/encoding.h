// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep {

/// The encodings that spreadsheets write beside UTF-8.
enum class Encoding { windows_1251, utf16_little_endian, utf16_big_endian };

/// `bytes`, without a byte order mark, as UTF-8 (ICU's converters). Each byte, half a unit or lone surrogate that is
/// not of the encoding becomes U+FFFD. Throws ICU-FAILED if the library cannot work.
[[nodiscard]] std::string to_utf8(std::string_view bytes, Encoding encoding);

}  // namespace esep
