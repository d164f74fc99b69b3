// SPDX-License-Identifier: MIT
#include "base/letters_for_digits.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"

namespace esep {
namespace {

// Latin, Cyrillic and Kazakh letters that people type for digits.
constexpr std::array<std::pair<char32_t, char>, 14> kLikeDigits{{{U'O', '0'},
                                                                 {U'o', '0'},
                                                                 {U'О', '0'},
                                                                 {U'о', '0'},
                                                                 {U'Ө', '0'},
                                                                 {U'ө', '0'},
                                                                 {U'З', '3'},
                                                                 {U'з', '3'},
                                                                 {U'l', '1'},
                                                                 {U'I', '1'},
                                                                 {U'І', '1'},
                                                                 {U'і', '1'},
                                                                 {U'б', '6'},
                                                                 {U'S', '5'}}};

char digit_like(char32_t cp) {
  const auto* at =
      std::find_if(kLikeDigits.begin(), kLikeDigits.end(), [&](const auto& one) { return one.first == cp; });
  return at == kLikeDigits.end() ? '\0' : at->second;
}

// A letter or a digit: what words are made of.
bool is_of_word(std::string_view character) { return !words_of(character).empty(); }

// A run of letters and digits, which words_of() parts.
struct MixedWord {
  size_t begin = 0, end = 0;  // characters
  bool digit = false, like = false, other = false;
};

std::vector<std::string> characters_of(std::string_view text) {
  std::vector<std::string> out;
  for (size_t pos = 0; pos < text.size();) {
    const size_t begin = pos;
    static_cast<void>(next_code_point(text, pos));
    out.emplace_back(text.substr(begin, pos - begin));
  }
  return out;
}

std::vector<MixedWord> mixed_words(const std::vector<std::string>& characters) {
  std::vector<MixedWord> out;
  bool inside = false;
  for (size_t i = 0; i < characters.size(); ++i) {
    const std::string& one = characters[i];
    const bool before = std::exchange(inside, is_of_word(one));
    if (!inside) continue;
    if (!before) out.push_back({i, i, false, false, false});
    MixedWord& word = out.back();
    word.end = i + 1;
    size_t pos = 0;
    const bool like = digit_like(next_code_point(one, pos)) != '\0';
    (is_digit(one.front()) ? word.digit : like ? word.like : word.other) = true;
  }
  return out;
}

void replace_in(const MixedWord& word, const std::vector<std::string>& characters, std::vector<std::string>& meant,
                LettersForDigits& out) {
  for (size_t i = word.begin; i < word.end; ++i) {
    size_t pos = 0;
    const char digit = digit_like(next_code_point(characters[i], pos));
    if (digit == '\0') continue;
    meant[i] = std::string(1, digit);
    out.letters += (out.letters.empty() ? "" : ", ") + characters[i] + " (" + std::to_string(i + 1) + ")";
  }
}

}  // namespace

std::optional<LettersForDigits> letters_for_digits(std::string_view typed) {
  if (std::none_of(typed.begin(), typed.end(), is_digit)) return std::nullopt;
  const std::vector<std::string> characters = characters_of(typed);
  const std::vector<MixedWord> words = mixed_words(characters);
  const bool others = std::any_of(words.begin(), words.end(), [](const MixedWord& one) { return one.other; });
  std::vector<std::string> meant = characters;
  LettersForDigits out;
  for (const MixedWord& word : words) {
    if (word.like && !word.other && (word.digit || !others)) replace_in(word, characters, meant, out);
  }
  if (out.letters.empty()) return std::nullopt;
  out.suggestion = join(meant, "");
  return out;
}

}  // namespace esep
