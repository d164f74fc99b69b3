// SPDX-License-Identifier: MIT
#include "datafile/source_line.h"

#include "base/utf8.h"

namespace esep::datafile {

namespace {

constexpr size_t kLongest = 4000;  // no person reads more

}  // namespace

std::string source_line(std::string_view text, int line) {
  if (line < 1) return "";
  for (int i = 1; i < line; ++i) {
    const size_t end = text.find('\n');
    if (end == std::string_view::npos) return "";
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return scrub_utf8(utf8_prefix(text, kLongest));
}

}  // namespace esep::datafile
