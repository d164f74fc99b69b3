// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

/// Which characters can stand on paper. Intake and the writer of PDF ask the same question here.
namespace esep::font {

/// U+25A1: stands on paper for a character that does not print.
inline constexpr char32_t kSubstitute = U'□';

/// Whether the embedded fonts draw it right in each face, letter after letter from left to right. Letters of scripts
/// that join, reorder or run from right to left do not print, though a font may have them. Tabs and line ends print
/// as spaces and lines.
[[nodiscard]] bool prints(char32_t code_point);

/// The characters of `text`, which is valid UTF-8, that do not print; each once, in order.
[[nodiscard]] std::u32string unprintable(std::string_view text);

/// For a message: «👍» (U+1F44D), U+F0B7 (Symbol, Wingdings). At most five; then the number of the others.
[[nodiscard]] std::string named(const std::u32string& characters);

}  // namespace esep::font
