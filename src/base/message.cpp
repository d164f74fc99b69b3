// SPDX-License-Identifier: MIT
#include "base/message.h"

#include <algorithm>

namespace esep {

std::string interpolate(std::string_view pattern, const Message::Args& args, Lang lang) {
  std::string out;
  for (size_t i = 0; i < pattern.size();) {
    const char c = pattern[i];
    const bool doubled = i + 1 < pattern.size() && pattern[i + 1] == c;
    if ((c == '{' || c == '}') && doubled) {
      out += c;
      i += 2;
      continue;
    }
    const size_t close = c == '{' ? pattern.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += c;
      ++i;
      continue;
    }
    const std::string_view name = pattern.substr(i + 1, close - i - 1);
    const auto arg = std::find_if(args.begin(), args.end(), [&](const auto& a) { return a.first == name; });
    if (arg == args.end()) {
      out += pattern.substr(i, close - i + 1);
    } else if (const auto* text = std::get_if<std::string>(&arg->second)) {
      out += *text;
    } else {
      out += std::get<LocalText>(arg->second).in(lang);
    }
    i = close + 1;
  }
  return out;
}

}  // namespace esep
