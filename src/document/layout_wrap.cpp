// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "base/utf8.h"
#include "document/layout.h"

namespace esep::document {
namespace {

// The longest head of `word` that fits with a hyphen; at least one character, so that every call gets on.
size_t head_that_fits(std::string_view word, double width, const TextMeasure& measure, Face face, double size) {
  size_t fits = 0;
  for (size_t pos = 0; pos < word.size();) {
    next_code_point(word, pos);
    if (fits > 0 && measure.width(std::string(word.substr(0, pos)) + "-", face, size) > width) break;
    fits = pos;
  }
  return fits;
}

void wrap_line(const std::string& line, double width, const TextMeasure& measure, Face face, double size, std::vector<std::string>& out) {
  std::string current;
  for (std::string word : split(line, ' ')) {
    if (word.empty()) continue;
    const std::string joined = current.empty() ? word : current + " " + word;
    if (measure.width(joined, face, size) <= width) {
      current = joined;
      continue;
    }
    if (!current.empty()) out.push_back(std::move(current));
    while (measure.width(word, face, size) > width) {
      const size_t head = head_that_fits(word, width, measure, face, size);
      if (head >= word.size()) break;
      out.push_back(word.substr(0, head) + "-");
      word.erase(0, head);
    }
    current = std::move(word);
  }
  out.push_back(std::move(current));
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, double width, const TextMeasure& measure, Face face, double size) {
  std::vector<std::string> out;
  if (text.empty()) return out;
  std::string clean;
  for (const char c : is_valid_utf8(text) ? std::string(text) : scrub_utf8(text)) {
    if (c == '\r') continue;
    clean += static_cast<unsigned char>(c) < 0x20 && c != '\n' ? ' ' : c;
  }
  for (const std::string& line : split(clean, '\n')) wrap_line(line, width, measure, face, size, out);
  return out;
}

}  // namespace esep::document
