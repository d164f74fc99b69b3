// SPDX-License-Identifier: MIT
#include "form/placeholders.h"

#include <algorithm>

namespace esep::form {

std::vector<std::string> placeholders(std::string_view text) {
  std::vector<std::string> out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '{') continue;
    if (i + 1 < text.size() && text[i + 1] == '{') {
      ++i;
      continue;
    }
    const size_t close = text.find('}', i);
    if (close == std::string_view::npos) break;
    const std::string_view inside = text.substr(i + 1, close - i - 1);
    out.emplace_back(inside.substr(0, inside.find('|')));
    i = close;
  }
  return out;
}

std::string in_braces(const std::vector<std::string>& names) {
  constexpr size_t kMostNames = 12;
  std::string out;
  for (size_t i = 0; i < std::min(names.size(), kMostNames); ++i) out += (i > 0 ? ", {" : "{") + names[i] + "}";
  return names.size() > kMostNames ? out + ", …" : out;
}

}  // namespace esep::form
