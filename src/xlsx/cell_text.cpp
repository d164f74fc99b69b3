// SPDX-License-Identifier: MIT
#include "xlsx/cell_text.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace esep::xlsx {
namespace {

bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// `_x000D_`: Excel reads it as the character with that number.
bool is_escape(std::string_view text, size_t at) {
  if (at + 7 > text.size() || text[at] != '_' || (text[at + 1] | 0x20) != 'x' || text[at + 6] != '_') return false;
  for (size_t i = 2; i < 6; ++i) {
    if (!is_hex(text[at + i])) return false;
  }
  return true;
}

bool is_non_character(std::string_view text, size_t at) {
  return text.compare(at, 2, "\xEF\xBF") == 0 && at + 2 < text.size() &&
         static_cast<unsigned char>(text[at + 2]) >= 0xBE;
}

// Cuts a text that does not fit. An escape counts as seven characters, so the result is never too long.
std::string limited(std::string text) {
  if (text.size() <= kTextLimit) return text;
  std::string cut = clip(text, kTextLimit);
  if (cut.size() == text.size()) return text;
  return clip(cut, kTextLimit - 1) + "…";
}

}  // namespace

bool is_safe(std::string_view text) {
  if (text.size() > kTextLimit) return false;
  bool ascii = true;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 && byte != '\n' && byte != '\t') return false;
    if (byte == '_' && is_escape(text, i)) return false;
    if (byte == 0xEF && is_non_character(text, i)) return false;
    ascii = ascii && byte < 0x80;
  }
  return ascii || is_valid_utf8(text);
}

std::string safe_text(std::string_view text) {
  const std::string valid = is_valid_utf8(text) ? std::string(text) : scrub_utf8(text);
  std::string out;
  out.reserve(valid.size());
  for (size_t i = 0; i < valid.size(); ++i) {
    const auto byte = static_cast<unsigned char>(valid[i]);
    if (byte == '\r' && i + 1 < valid.size() && valid[i + 1] == '\n') continue;
    if (is_escape(valid, i)) {
      out += "_x005F_";
    } else if (is_non_character(valid, i)) {
      out += "\xEF\xBF\xBD";
      i += 2;
    } else {
      out += byte < 0x20 && byte != '\n' && byte != '\t' ? ' ' : valid[i];
    }
  }
  return limited(std::move(out));
}

std::string clip(std::string_view text, size_t limit) {
  size_t units = 0;
  for (size_t pos = 0; pos < text.size();) {
    size_t next = pos;
    units += next_code_point(text, next) > 0xFFFF ? 2 : 1;
    if (units > limit) return std::string(text.substr(0, pos));
    pos = next;
  }
  return std::string(text);
}

int wrapped_lines(std::string_view text, double width) {
  const double room = std::max(width, 1.0);
  int lines = 1;
  double used = 0;
  double word = 0;
  const auto place = [&] {
    if (used > 0 && used + word > room) {
      ++lines;
      used = 0;
    }
    for (; word > room; word -= room) ++lines;
    used += word;
    word = 0;
  };
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;  // goes on with a character already counted
    if (c != '\n' && c != ' ') {
      ++word;
      continue;
    }
    place();
    ++used;
    if (c == '\n') {
      ++lines;
      used = 0;
    }
  }
  place();
  return lines;
}

}  // namespace esep::xlsx
