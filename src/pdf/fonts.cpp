// SPDX-License-Identifier: MIT
#include "pdf/fonts.h"

#include <fmt/core.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <sys/mman.h>
#include <unistd.h>

#include "base/error.h"
#include "base/utf8.h"
#include "pdf/embedded_fonts.h"

namespace esep::pdf {
namespace {

constexpr char32_t kCommon = 0x0530;  // where Cyrillic ends

std::string_view embedded(std::string_view name) {
  for (const auto& file : embedded_fonts()) {
    if (file.path.ends_with(name)) return file.bytes;
  }
  throw Error(Message("DATA-MISSING", {{"file", std::string(name)}}));
}

}  // namespace

std::string_view font_bytes(FontFile file) {
  switch (file) {
    case FontFile::regular:
      return embedded("NotoSerif-Regular.ttf");
    case FontFile::bold:
      return embedded("NotoSerif-Bold.ttf");
    case FontFile::italic:
      return embedded("NotoSerif-Italic.ttf");
    case FontFile::fallback:
      return embedded("DejaVuSans.ttf");
  }
  return {};
}

std::string_view icc_profile() { return embedded("sRGB.icc"); }

FontPath::FontPath(std::string_view bytes) : fd_(::memfd_create("font", MFD_CLOEXEC)) {
  while (fd_ >= 0 && !bytes.empty()) {
    const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
    if (written <= 0) break;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  if (fd_ < 0 || !bytes.empty()) throw Error(Message("FILE-UNWRITABLE", {{"file", "memfd"}, {"reason", "memory"}}));
}

FontPath::~FontPath() {
  if (fd_ >= 0) ::close(fd_);
}

std::string FontPath::path() const { return fmt::format("/proc/self/fd/{}", fd_); }

struct FontMeasure::Library {
  FT_Library handle = nullptr;
  std::array<FT_Face, kFontFiles> faces{};

  Library() {
    if (FT_Init_FreeType(&handle) != 0) throw Error("PDF-FONT");
    for (size_t i = 0; i < kFontFiles; ++i) {
      const std::string_view bytes = font_bytes(static_cast<FontFile>(i));
      if (FT_New_Memory_Face(handle, reinterpret_cast<const FT_Byte*>(bytes.data()), static_cast<FT_Long>(bytes.size()),
                             0, &faces[i]) != 0) {
        throw Error("PDF-FONT");
      }
    }
  }
  ~Library() { FT_Done_FreeType(handle); }  // and its faces
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

FontMeasure::FontMeasure() : library_(std::make_unique<Library>()) {
  for (Cache& cache : caches_) cache.common.resize(kCommon);
}
FontMeasure::~FontMeasure() = default;

const FontMeasure::Glyph& FontMeasure::glyph(char32_t code_point, document::Face face) const {
  Cache& cache = caches_[static_cast<size_t>(face)];
  if (code_point < kCommon) {
    auto& common = cache.common[code_point];
    if (!common) common = load(code_point, face);
    return *common;
  }
  const auto at = cache.rare.find(code_point);
  return at != cache.rare.end() ? at->second : cache.rare.emplace(code_point, load(code_point, face)).first->second;
}

FontMeasure::Glyph FontMeasure::load(char32_t code_point, document::Face face) const {
  Glyph out;
  for (const FontFile file : {static_cast<FontFile>(face), FontFile::fallback}) {
    FT_Face font = library_->faces[static_cast<size_t>(file)];
    const FT_UInt index = FT_Get_Char_Index(font, code_point);
    if (index == 0 || FT_Load_Glyph(font, index, FT_LOAD_NO_SCALE) != 0) continue;
    out = {static_cast<double>(font->glyph->advance.x) / font->units_per_EM, file, index, code_point <= 0xFFFF};
    break;
  }
  return out;
}

double FontMeasure::width(std::string_view utf8, document::Face face, double size) const {
  double sum = 0;
  for (size_t pos = 0; pos < utf8.size();) sum += glyph(next_code_point(utf8, pos), face).advance;
  return sum * size;
}

}  // namespace esep::pdf
