// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include <ft2build.h>
#include FT_FREETYPE_H

#include "font/font_file.h"

namespace esep::font {

/// The embedded fonts, opened by FreeType. Private to this folder. Error PDF-FONT.
class Faces {
 public:
  Faces();
  ~Faces();
  Faces(const Faces&) = delete;
  Faces& operator=(const Faces&) = delete;

  [[nodiscard]] FT_Face of(FontFile file) const { return faces_[static_cast<size_t>(file)]; }

 private:
  FT_Library library_ = nullptr;
  std::array<FT_Face, kFontFiles> faces_{};
};

}  // namespace esep::font
