// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace esep::app {

/// What codes look like: two of one look are told apart by no reader («G-001», «g-001», «Ԍ-001» with a Cyrillic
/// letter), whatever the program makes of them. Letter case, letters and digits of one shape, and which sign stands
/// between two parts, are no difference; where the parts end is one. Remembers the shape of each character.
class CodeLook {
 public:
  [[nodiscard]] std::string of(std::string_view code);

 private:
  const std::string& shape(char32_t letter);
  std::map<char32_t, std::string> shapes_;
};

}  // namespace esep::app
