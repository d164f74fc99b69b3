// SPDX-License-Identifier: MIT
#include "font/printable.h"

#include <vector>

#include <fmt/core.h>

#include "base/character_kind.h"
#include "base/utf8.h"
#include "font/faces.h"

namespace esep::font {
namespace {

constexpr char32_t kPlane = 0x10000;  // PoDoFo writes no character beyond it
constexpr size_t kMostNamed = 5;

std::vector<bool> drawn_by(const Faces& faces, FontFile file) {
  std::vector<bool> out(kPlane);
  FT_UInt glyph = 0;
  FT_Face face = faces.of(file);
  for (FT_ULong cp = FT_Get_First_Char(face, &glyph); glyph != 0; cp = FT_Get_Next_Char(face, cp, &glyph)) {
    if (cp < kPlane) out[cp] = true;
  }
  return out;
}

std::vector<bool> all_that_print() {
  const Faces faces;
  const auto regular = drawn_by(faces, FontFile::regular);
  const auto bold = drawn_by(faces, FontFile::bold);
  const auto italic = drawn_by(faces, FontFile::italic);
  std::vector<bool> out = drawn_by(faces, FontFile::fallback);
  for (char32_t cp = 0; cp < kPlane; ++cp)
    out[cp] = (out[cp] || (regular[cp] && bold[cp] && italic[cp])) && kind_of(cp) == CharacterKind::plain;
  for (const char32_t blank : {U'\t', U'\n', U'\r'}) out[blank] = true;
  return out;
}

// Letters, figures and signs of nearly all texts: known without opening a font (tests/unit/font).
bool is_usual(char32_t cp) {
  return (cp >= 0x20 && cp < 0x7F) || cp == U'\n' || (cp >= 0x0400 && cp <= 0x045F) || cp == U'«' || cp == U'»' ||
         cp == U'№';
}

// U+F020 to U+F0FF are what Word writes for a sign of a symbol font: its bullets are such.
bool is_of_symbol_font(char32_t cp) { return cp >= 0xF020 && cp <= 0xF0FF; }

std::string name(char32_t cp) {
  if (is_of_symbol_font(cp)) return fmt::format("U+{:04X} (Symbol, Wingdings)", static_cast<uint32_t>(cp));
  std::string sign;
  append_code_point(sign, cp);
  return kind_of(cp) == CharacterKind::formless ? fmt::format("U+{:04X}", static_cast<uint32_t>(cp))
                                                : fmt::format("«{}» (U+{:04X})", sign, static_cast<uint32_t>(cp));
}

}  // namespace

bool prints(char32_t code_point) {
  if (is_usual(code_point)) return true;
  static const std::vector<bool> printing = all_that_print();
  return code_point < kPlane && printing[code_point];
}

std::u32string unprintable(std::string_view text) {
  std::u32string out;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t cp = next_code_point(text, pos);
    if (!prints(cp) && out.find(cp) == std::u32string::npos) out += cp;
  }
  return out;
}

std::string named(const std::u32string& characters) {
  std::string out;
  for (size_t i = 0; i < characters.size(); ++i) {
    if (i == kMostNamed) return out + fmt::format(", … (+{})", characters.size() - i);
    out += (i == 0 ? "" : ", ") + name(characters[i]);
  }
  return out;
}

}  // namespace esep::font
