// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/layout/text_measure.h"

namespace esep::pdf {

/// The fonts in the binary: Noto Serif in three faces, and DejaVu Sans for characters that it lacks.
enum class FontFile { regular, bold, italic, fallback };
inline constexpr size_t kFontFiles = 4;

/// Gives font bytes a path that a library can open: an anonymous file of this process, not on disk.
class FontPath {
 public:
  explicit FontPath(std::string_view bytes);
  ~FontPath();
  FontPath(const FontPath&) = delete;
  FontPath& operator=(const FontPath&) = delete;
  [[nodiscard]] std::string path() const;

 private:
  int fd_;
};

[[nodiscard]] std::string_view font_bytes(FontFile file);
[[nodiscard]] std::string_view icc_profile();

/// Advance widths and glyph coverage, cached per code point.
class FontMeasure : public document::TextMeasure {
 public:
  FontMeasure();
  ~FontMeasure() override;
  FontMeasure(const FontMeasure&) = delete;
  FontMeasure& operator=(const FontMeasure&) = delete;

  [[nodiscard]] double width(std::string_view utf8, document::Face face, double size) const override;

  struct Glyph {
    double advance = 0;  // at 1 pt
    FontFile file = FontFile::regular;
    unsigned index = 0;  // in that file; also its code in the paper's strings (Identity-H)
    bool known = false;  // false: no font has the character
  };
  /// The glyph that draws this character in that face, of the face's own font or of the fallback.
  [[nodiscard]] const Glyph& glyph(char32_t code_point, document::Face face) const;

 private:
  struct Library;
  // The letters of Kazakh, Russian and English stand in a vector, because a paper asks for every character of its
  // texts several times; all others in a map.
  struct Cache {
    std::vector<std::optional<Glyph>> common;
    std::unordered_map<char32_t, Glyph> rare;
  };
  [[nodiscard]] Glyph load(char32_t code_point, document::Face face) const;

  std::unique_ptr<Library> library_;
  mutable std::array<Cache, 3> caches_;
};

}  // namespace esep::pdf
