// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "document/layout/layout.h"

namespace esep::document {
namespace {

// What of `word` goes on a line: the whole, or the longest head that fits with a hyphen; at least one character, so
// that every call gets on. Reads no further than the line.
size_t head_that_fits(std::string_view word, double width, const TextMeasure& measure, Face face, double size) {
  const double hyphen = measure.width("-", face, size);
  double used = 0;
  size_t fits = 0;
  for (size_t pos = 0; pos < word.size();) {
    const size_t from = pos;
    next_code_point(word, pos);
    used += measure.width(word.substr(from, pos - from), face, size);
    if (used > width && from > 0) return fits;
    if (used + hyphen <= width || from == 0) fits = pos;
  }
  return word.size();
}

void wrap_line(std::string_view line, double width, const TextMeasure& measure, Face face, double size,
               std::vector<std::string>& out) {
  const double blank = measure.width(" ", face, size);
  std::string current;
  double used = 0;
  const auto add = [&](std::string_view word) {
    if (!current.empty()) current += ' ';
    current += word;
  };
  for (size_t begin = 0; begin < line.size();) {
    const size_t end = std::min(line.find(' ', begin), line.size());
    std::string_view word = line.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    double wide = measure.width(word, face, size);
    if (!current.empty() && used + blank + wide > width) {
      out.push_back(std::move(current));
      current.clear();
    }
    used = current.empty() ? 0 : used + blank;
    if (wide > width) {
      for (size_t head = 0; (head = head_that_fits(word, width, measure, face, size)) < word.size();) {
        out.push_back(std::string(word.substr(0, head)) + "-");
        word.remove_prefix(head);
      }
      wide = measure.width(word, face, size);
    }
    add(word);
    used += wide;
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
