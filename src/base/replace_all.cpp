// SPDX-License-Identifier: MIT
#include "base/replace_all.h"

namespace esep {

std::string replace_all(std::string text, std::string_view before, std::string_view after) {
  if (before.empty()) return text;
  for (size_t at = text.find(before); at != std::string::npos; at = text.find(before, at + after.size()))
    text.replace(at, before.size(), after);
  return text;
}

}  // namespace esep
