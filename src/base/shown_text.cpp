// SPDX-License-Identifier: MIT
#include "base/shown_text.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/text.h"
#include "base/utf8.h"

namespace esep {

bool is_command_character(char32_t cp) {
  const bool control = cp < 0x20 || (cp >= 0x7F && cp < 0xA0);
  const bool separator = cp == 0x2028 || cp == 0x2029;
  const bool direction =
      cp == 0x061C || cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
  return control || separator || direction;
}

std::string shown_command(char32_t cp) {
  switch (cp) {
    case U'\n':
      return "\\n";
    case U'\r':
      return "\\r";
    case U'\t':
      return "\\t";
    default:
      return fmt::format("\\u{:04x}", static_cast<uint32_t>(cp));
  }
}

std::string shown_in_line(std::string_view text) {
  const auto plain = [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F;
  };
  if (std::all_of(text.begin(), text.end(), plain)) return std::string(text);
  const std::string valid = scrub_utf8(text);
  std::string out;
  for (size_t pos = 0; pos < valid.size();) {
    const size_t begin = pos;
    const char32_t cp = next_code_point(valid, pos);
    if (is_command_character(cp)) {
      out += shown_command(cp);
    } else {
      out.append(valid, begin, pos - begin);
    }
  }
  return out;
}

std::string cut_short(std::string_view text, size_t most) {
  return text.size() <= most ? std::string(text) : scrub_utf8(utf8_prefix(text, most)) + "…";
}

std::string join_first(std::vector<std::string> places, size_t most) {
  const bool more = places.size() > most;
  if (more) places.resize(most);
  return join(places, ", ") + (more ? " …" : "");
}

}  // namespace esep
