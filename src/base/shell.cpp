// SPDX-License-Identifier: MIT
#include "base/shell.h"

#include <algorithm>

#include "base/text.h"

namespace esep {
namespace {

// Letters of other alphabets have bytes beyond ASCII; a shell leaves them alone.
bool needs_no_quotes(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c);
  return letter || byte >= 0x80 || std::string_view("-_./:@%+,=").find(c) != std::string_view::npos;
}

}  // namespace

std::string shell_quoted(std::string_view argument) {
  if (!argument.empty() && std::all_of(argument.begin(), argument.end(), needs_no_quotes)) return std::string(argument);
  std::string out = "'";
  for (const char c : argument) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace esep
