// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "document/layout/text_measure.h"
#include "font/glyphs.h"

namespace esep::pdf {

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

[[nodiscard]] std::string_view icc_profile();

/// The font that draws a face.
[[nodiscard]] font::FontFile font_of(document::Face face);

/// Widths of texts in the embedded fonts.
class FontMeasure : public document::TextMeasure {
 public:
  [[nodiscard]] double width(std::string_view utf8, document::Face face, double size) const override;
  [[nodiscard]] const font::Glyph& glyph(char32_t code_point, document::Face face) const {
    return glyphs_.glyph(code_point, font_of(face));
  }

 private:
  font::Glyphs glyphs_;
};

}  // namespace esep::pdf
