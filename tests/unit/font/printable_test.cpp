// SPDX-License-Identifier: MIT
#include "font/printable.h"

#include <catch2/catch.hpp>

#include "font/glyphs.h"

using namespace esep;

TEST_CASE("what prints has a glyph of its own in every face, and the rest is drawn as a square") {
  const font::Glyphs glyphs;
  size_t printing = 0;
  for (char32_t cp = 0x20; cp < 0x30000; ++cp) {
    if (cp >= 0xD800 && cp < 0xE000) continue;
    printing += font::prints(cp) ? 1 : 0;
    for (const auto face : {font::FontFile::regular, font::FontFile::bold, font::FontFile::italic}) {
      const font::Glyph& glyph = glyphs.glyph(cp, face);
      const bool drawn = font::prints(cp) || cp == 0xAD;  // it ends a line that was cut within a word
      const bool right = glyph.index != 0 && glyph.code_point == (drawn ? cp : font::kSubstitute);
      if (!right) FAIL("U+" << std::hex << static_cast<uint32_t>(cp));
    }
  }
  CHECK(printing > 4000);
}

TEST_CASE("letters of Kazakh, Russian and English print, and the signs of their texts") {
  CHECK(font::unprintable("Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Ёё Ўў Ğğ Şş Iı «№ 5» – — “a” ‘b’ … • ₸ € § ° ± × ² ½ → ✔ □\t\r\n")
            .empty());
  CHECK(font::unprintable("").empty());
}

TEST_CASE("what does not print is named once, in order") {
  const std::u32string found = font::unprintable("👍 сөз \uF0B7 中👍 \x7F ุ");
  CHECK(found == U"👍\uF0B7中\x7Fุ");
  CHECK(font::named(found) == "«👍» (U+1F44D), U+F0B7 (Symbol, Wingdings), «中» (U+4E2D), U+007F, «ุ» (U+0E38)");
  CHECK(font::named(font::unprintable("سلام عليكم")) ==
        "«س» (U+0633), «ل» (U+0644), «ا» (U+0627), «م» (U+0645), «ع» (U+0639), … (+2)");
}
