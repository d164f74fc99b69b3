// SPDX-License-Identifier: MIT
#include "font/glyphs.h"

#include "font/faces.h"
#include "font/printable.h"

namespace esep::font {
namespace {

constexpr char32_t kCommon = 0x0530;      // where Cyrillic ends
constexpr char32_t kSoftHyphen = 0x00AD;  // a line that was cut within a word ends with it: drawn as a hyphen

}  // namespace

struct Glyphs::Opened {
  Faces faces;
};

Glyphs::Glyphs() : opened_(std::make_unique<Opened>()) {
  for (Cache& cache : caches_) cache.common.resize(kCommon);
}
Glyphs::~Glyphs() = default;

const Glyph& Glyphs::glyph(char32_t code_point, FontFile face) const {
  Cache& cache = caches_[static_cast<size_t>(face)];
  if (code_point < kCommon) {
    auto& common = cache.common[code_point];
    if (!common) common = load(code_point, face);
    return *common;
  }
  const auto at = cache.rare.find(code_point);
  return at != cache.rare.end() ? at->second : cache.rare.emplace(code_point, load(code_point, face)).first->second;
}

Glyph Glyphs::load(char32_t code_point, FontFile face) const {
  const char32_t drawn = prints(code_point) || code_point == kSoftHyphen ? code_point : kSubstitute;
  for (const FontFile file : {face, FontFile::fallback}) {
    FT_Face font = opened_->faces.of(file);
    const FT_UInt index = FT_Get_Char_Index(font, drawn);
    if (index == 0 || FT_Load_Glyph(font, index, FT_LOAD_NO_SCALE) != 0) continue;
    return {static_cast<double>(font->glyph->advance.x) / font->units_per_EM, file, index, drawn};
  }
  return {};
}

}  // namespace esep::font
