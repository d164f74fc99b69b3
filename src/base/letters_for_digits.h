// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace esep {

/// Letters that somebody typed for the digits that they look like: «2О26», «1 ООО», «l5».
struct LettersForDigits {
  std::string letters;     // each with its place among the characters, from 1: «О (2), О (5)»
  std::string suggestion;  // the text with the digits
};
/// A letter counts in a word of digits and such letters; in a word without a digit only if the whole text has no other
/// letters. nullopt: there is none, or no digit. Whether the suggestion is what belongs there, the caller finds out.
[[nodiscard]] std::optional<LettersForDigits> letters_for_digits(std::string_view typed);

}  // namespace esep
