// SPDX-License-Identifier: MIT
#include "http/url.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace esep::http {
namespace {

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

bool has_dot_segment(std::string_view path) {
  const std::vector<std::string> segments = split(path, '/');
  return std::any_of(segments.begin(), segments.end(),
                     [](const std::string& one) { return one == "." || one == ".."; });
}

/// Cuts off what stands before the next `sign`, and the sign.
std::string_view cut_at(std::string_view& text, char sign) {
  const auto at = std::find(text.begin(), text.end(), sign);
  const std::string_view out(text.begin(), at);
  text = at == text.end() ? std::string_view() : std::string_view(at + 1, text.end());
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[at] != '%') {
      out += text[at];
    } else {
      const int high = at + 1 < text.size() ? hex_value(text[at + 1]) : -1;
      const int low = at + 2 < text.size() ? hex_value(text[at + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      at += 2;
    }
  }
  if (!is_valid_utf8(out)) return std::nullopt;
  return out;
}

std::optional<std::string> target_path(std::string_view target) {
  const std::string_view raw = target.substr(0, target.find('?'));
  if (!raw.starts_with('/') || raw.starts_with("//")) return std::nullopt;
  const auto slashes = [](std::string_view text) { return std::count(text.begin(), text.end(), '/'); };
  auto path = percent_decoded(raw, false);
  if (!path || slashes(*path) != slashes(raw) || has_dot_segment(*path)) return std::nullopt;
  if (std::any_of(path->begin(), path->end(), [](char c) { return is_control(c) || c == '\\'; })) return std::nullopt;
  return path;
}

std::optional<Fields> urlencoded_fields(std::string_view text, size_t most) {
  Fields out;
  while (!text.empty()) {
    std::string_view pair = cut_at(text, '&');
    if (pair.empty()) continue;
    const auto name = percent_decoded(cut_at(pair, '='), true);
    const auto value = percent_decoded(pair, true);
    if (!name || !value || out.pairs().size() == most) return std::nullopt;
    out.add(*name, *value);
  }
  return out;
}

Fields cookie_fields(std::string_view header) {
  Fields out;
  while (!header.empty()) {
    const std::string_view pair = trimmed(cut_at(header, ';'));
    const size_t sign = pair.find('=');
    if (sign == std::string_view::npos || sign == 0) continue;
    out.add(std::string(pair.substr(0, sign)), std::string(pair.substr(sign + 1)));
  }
  return out;
}

}  // namespace esep::http
