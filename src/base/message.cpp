// SPDX-License-Identifier: MIT
#include "base/message.h"

#include <algorithm>

#include "base/plural.h"

namespace esep {
namespace {

std::string text_of(const Message::Value& value, Lang lang) {
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? *text : std::get<LocalText>(value).in(lang);
}

// Of "day|days" the form that goes with the number; the last where there are fewer.
std::string_view form_for(std::string_view forms, const std::string& number, Lang lang) {
  for (size_t left = plural_form(number, lang);; --left) {
    const size_t bar = forms.find('|');
    if (left == 0 || bar == std::string_view::npos) return forms.substr(0, bar);
    forms.remove_prefix(bar + 1);
  }
}

bool is_full_stop(std::string_view pattern, size_t at) {
  return at < pattern.size() && pattern[at] == '.' && (at + 1 == pattern.size() || pattern[at + 1] == ' ');
}

}  // namespace

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
    const std::string_view inside = pattern.substr(i + 1, close - i - 1);
    const size_t bar = inside.find('|');
    const std::string_view name = inside.substr(0, bar);
    const auto arg = std::find_if(args.begin(), args.end(), [&](const auto& a) { return a.first == name; });
    if (arg == args.end()) {
      out += pattern.substr(i, close - i + 1);
    } else if (bar != std::string_view::npos) {
      out += form_for(inside.substr(bar + 1), text_of(arg->second, lang), lang);
    } else {
      out += text_of(arg->second, lang);
    }
    i = close + 1;
    // «A., B., …» closes a sentence as a full stop does.
    if ((out.ends_with('.') || out.ends_with("…")) && is_full_stop(pattern, i)) ++i;
  }
  return out;
}

}  // namespace esep
