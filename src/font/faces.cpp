// SPDX-License-Identifier: MIT
#include "font/faces.h"

#include "base/error.h"

namespace esep::font {

Faces::Faces() {
  if (FT_Init_FreeType(&library_) != 0) throw Error("PDF-FONT");
  for (size_t i = 0; i < kFontFiles; ++i) {
    const std::string_view bytes = font_bytes(static_cast<FontFile>(i));
    if (FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(bytes.data()), static_cast<FT_Long>(bytes.size()),
                           0, &faces_[i]) != 0) {
      throw Error("PDF-FONT");
    }
  }
}

Faces::~Faces() { FT_Done_FreeType(library_); }  // and its faces

}  // namespace esep::font
