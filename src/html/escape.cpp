// SPDX-License-Identifier: MIT
#include "html/escape.h"

#include "base/utf8.h"

namespace esep::html {

std::string escape(std::string_view text) {
  const std::string valid = is_valid_utf8(text) ? std::string(text) : scrub_utf8(text);
  std::string out;
  out.reserve(valid.size());
  for (const char c : valid) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\r':
        break;
      default: {
        const auto byte = static_cast<unsigned char>(c);
        const bool control = (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
        out += control ? ' ' : c;
      }
    }
  }
  return out;
}

std::string anchor_id(std::string_view anchor) {
  std::string out = "a-";
  for (const char c : escape(anchor)) out += c == ' ' || c == '\n' || c == '\t' ? '_' : c;
  return out;
}

}  // namespace esep::html
