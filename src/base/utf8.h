// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace esep {

/// Well-formed UTF-8 without surrogates or over-long forms. libxlsxwriter writes broken files and PoDoFo corrupts
/// its heap on anything else, so every text is checked where it enters.
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// Invalid sequences replaced by U+FFFD.
[[nodiscard]] std::string scrub_utf8(std::string_view text);

/// The first `most` bytes, or fewer where a code point would be torn.
[[nodiscard]] std::string_view utf8_prefix(std::string_view text, size_t most);

/// Decodes the code point at `pos` of valid UTF-8 and moves `pos` behind it.
char32_t next_code_point(std::string_view text, size_t& pos);
void append_code_point(std::string& out, char32_t code_point);
[[nodiscard]] size_t count_code_points(std::string_view text);

/// Characters as a reader counts them (extended grapheme clusters, ICU).
[[nodiscard]] size_t count_graphemes(std::string_view text);

}  // namespace esep
