// SPDX-License-Identifier: MIT
#include "intake/cell_text.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/utf8.h"

namespace esep::intake {
namespace {

constexpr size_t kEscape = 7;  // _xHHHH_
constexpr char32_t kReplacement = 0xFFFD;

std::optional<char32_t> escape_at(std::string_view text, size_t at) {
  if (at + kEscape > text.size() || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return std::nullopt;
  unsigned value = 0;
  const char* first = text.data() + at + 2;
  const auto [end, error] = std::from_chars(first, first + 4, value, 16);
  if (error != std::errc{} || end != first + 4) return std::nullopt;
  return static_cast<char32_t>(value);
}

bool is_high(char32_t c) { return c >= 0xD800 && c < 0xDC00; }
bool is_low(char32_t c) { return c >= 0xDC00 && c < 0xE000; }

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') || c == 0x7F; }

}  // namespace

std::string decode_escapes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    auto unit = escape_at(text, at);
    if (!unit) {
      out += text[at++];
      continue;
    }
    at += kEscape;
    if (is_high(*unit)) {
      const auto low = escape_at(text, at);
      if (low && is_low(*low)) {
        unit = 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00);
        at += kEscape;
      }
    }
    append_code_point(out, is_high(*unit) || is_low(*unit) ? kReplacement : *unit);
  }
  return out;
}

void clean_controls(std::string& text) {
  if (std::none_of(text.begin(), text.end(), [](char c) { return is_control(c); })) return;
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      if (i + 1 == text.size() || text[i + 1] != '\n') out += '\n';
    } else if (is_control(text[i])) {
      append_code_point(out, kReplacement);
    } else {
      out += text[i];
    }
  }
  text = std::move(out);
}

std::string_view trim_xml(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

}  // namespace esep::intake
