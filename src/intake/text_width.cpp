// SPDX-License-Identifier: MIT
#include "intake/text_width.h"

#include <string>

#include "base/utf8.h"

namespace esep::intake {

double text_width(std::string_view text) {
  constexpr double kFont = 0.9;  // fonts differ
  constexpr std::u32string_view kThin = U" .,:;'/()|\u00A0\u202F\u2009";
  double out = 0;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    const bool thin = kThin.find(c) != std::u32string_view::npos;
    out += thin ? 0.45 : c == U'-' ? 0.6 : 1;
  }
  return out * kFont;
}

}  // namespace esep::intake
