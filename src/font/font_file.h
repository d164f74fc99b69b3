// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

/// The only folder that includes FreeType.
namespace esep::font {

/// The fonts in the binary: Noto Serif in three faces, and DejaVu Sans for characters that it lacks.
enum class FontFile { regular, bold, italic, fallback };
inline constexpr size_t kFontFiles = 4;

/// The whole file. Error DATA-MISSING.
[[nodiscard]] std::string_view font_bytes(FontFile file);

}  // namespace esep::font
