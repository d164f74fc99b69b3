// SPDX-License-Identifier: MIT
#include "http/header_value.h"

#include <algorithm>

#include "base/replace_all.h"
#include "base/text.h"

namespace esep::http {
namespace {

std::string_view blank_trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The end of the quoted text that begins at `at`, behind its opening sign.
size_t closing_quote(std::string_view text, size_t at) {
  while (at < text.size() && text[at] != '"') at += text[at] == '\\' && text.substr(at + 1, 1) == "\"" ? 2 : 1;
  return std::min(at, text.size());
}

std::string unquoted(std::string_view text) {
  std::string out = replace_all(std::string(text), "\\\"", "\"");
  out = replace_all(out, "%22", "\"");
  out = replace_all(out, "%0D", " ");
  return replace_all(out, "%0A", " ");
}

}  // namespace

HeaderValue header_value(std::string_view text) {
  HeaderValue out;
  size_t at = std::min(text.find(';'), text.size());
  out.word = ascii_lower(blank_trimmed(text.substr(0, at)));
  while (at < text.size()) {
    ++at;  // the semicolon
    const size_t sign = std::min(text.find_first_of("=;", at), text.size());
    const std::string name = ascii_lower(blank_trimmed(text.substr(at, sign - at)));
    at = sign;
    if (sign == text.size() || text[sign] == ';') continue;
    const size_t first = std::min(text.find_first_not_of(" \t", sign + 1), text.size());
    const bool quoted = first < text.size() && text[first] == '"';
    const size_t begin = quoted ? first + 1 : first;
    const size_t end = quoted ? closing_quote(text, begin) : std::min(text.find(';', begin), text.size());
    const std::string_view value = text.substr(begin, end - begin);
    out.parameters.add(name, quoted ? unquoted(value) : std::string(blank_trimmed(value)));
    at = std::min(text.find(';', end), text.size());
  }
  return out;
}

}  // namespace esep::http
