// SPDX-License-Identifier: MIT
#include "base/xml_text.h"

#include "base/utf8.h"

namespace esep {
namespace {

std::string_view entity_of(char32_t cp) {
  switch (cp) {
    case U'&':
      return "&amp;";
    case U'<':
      return "&lt;";
    case U'>':
      return "&gt;";
    case U'"':
      return "&quot;";
    default:
      return {};
  }
}

}  // namespace

std::string xml_escape(std::string_view text) {
  const std::string valid = is_valid_utf8(text) ? std::string(text) : scrub_utf8(text);
  std::string out;
  out.reserve(valid.size());
  for (size_t pos = 0; pos < valid.size();) {
    const size_t from = pos;
    const char32_t cp = next_code_point(valid, pos);
    const std::string_view entity = entity_of(cp);
    if (!entity.empty()) {
      out += entity;
    } else if (cp == U'\r') {
      continue;
    } else if ((cp < 0x20 && cp != U'\n' && cp != U'\t') || cp == 0xFFFE || cp == 0xFFFF) {
      out += ' ';
    } else {
      out.append(valid, from, pos - from);
    }
  }
  return out;
}

}  // namespace esep
