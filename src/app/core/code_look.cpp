// SPDX-License-Identifier: MIT
#include "app/core/code_look.h"

#include "base/skeleton.h"
#include "base/text.h"
#include "base/utf8.h"

namespace esep::app {

const std::string& CodeLook::shape(char32_t letter) {
  const auto [at, fresh] = shapes_.try_emplace(letter);
  if (!fresh) return at->second;
  std::string text;
  append_code_point(text, letter);
  // Of a sign the skeleton is the sign itself; a letter alone may have lost its capital twin.
  const std::string small = fold_look_alikes(text);
  at->second = skeleton(small);
  if (at->second == small && skeleton(text) != text) at->second = skeleton(text);
  return at->second;
}

std::string CodeLook::of(std::string_view code) {
  constexpr std::string_view kSigns = " -_./\\|:,;#№–—−\u00A0\u2010\u2011";
  std::string out;
  bool apart = false;
  for (size_t pos = 0; pos < code.size();) {
    const size_t begin = pos;
    const char32_t letter = next_code_point(code, pos);
    if (kSigns.find(code.substr(begin, pos - begin)) != std::string_view::npos) {
      apart = !out.empty();
      continue;
    }
    if (apart) out += '-';
    apart = false;
    out += shape(letter);
  }
  return out;
}

}  // namespace esep::app
