// SPDX-License-Identifier: MIT
#include "font/font_file.h"

#include "base/error.h"
#include "font/embedded_fonts.h"

namespace esep::font {
namespace {

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

}  // namespace esep::font
