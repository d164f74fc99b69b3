// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace esep {

/// The words of a text: its runs of letters and its runs of digits, without what stands between them («№ 12-б» gives
/// "12", «б»).
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

/// A word of a text and where it stands there, in bytes.
struct PlacedWord {
  std::string word;
  size_t begin = 0, end = 0;
};
[[nodiscard]] std::vector<PlacedWord> placed_words(std::string_view text);

/// How many letters must be changed, added or left out to make one text the other.
[[nodiscard]] size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace esep
