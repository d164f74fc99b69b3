// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "font/font_file.h"

namespace esep::font {

struct Glyph {
  double advance = 0;  // at 1 pt
  FontFile file = FontFile::regular;
  unsigned index = 0;       // in that file; also its code in a paper's strings (Identity-H)
  char32_t code_point = 0;  // that it draws: the asked one, or kSubstitute
};

/// Advance widths and glyphs, cached per code point. An object serves one thread at a time.
class Glyphs {
 public:
  Glyphs();
  ~Glyphs();
  Glyphs(const Glyphs&) = delete;
  Glyphs& operator=(const Glyphs&) = delete;

  /// The glyph that draws this character in that face, of the face's own font or of the fallback; kSubstitute's for a
  /// character that does not print (printable.h).
  [[nodiscard]] const Glyph& glyph(char32_t code_point, FontFile face) const;

 private:
  // The letters of Kazakh, Russian and English stand in a vector, because a paper asks for every character of its
  // texts several times; all others in a map.
  struct Cache {
    std::vector<std::optional<Glyph>> common;
    std::unordered_map<char32_t, Glyph> rare;
  };
  [[nodiscard]] Glyph load(char32_t code_point, FontFile face) const;

  struct Opened;
  std::unique_ptr<Opened> opened_;
  mutable std::array<Cache, 3> caches_;
};

}  // namespace esep::font
