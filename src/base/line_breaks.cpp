// SPDX-License-Identifier: MIT
#include "base/line_breaks.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "base/icu_status.h"
#include "base/utf8.h"

namespace esep {
namespace {

constexpr size_t kGroup = 8;         // characters of a long code that stay together
constexpr size_t kLongCode = 16;     // from here on a row of letters and digits is one
constexpr size_t kLeastLetters = 2;  // of a word on either side of a hyphen
constexpr int kLook = 16;            // characters on either side of a break at which it is judged
constexpr char32_t kNumero = U'№';

bool is_alnum(char32_t cp) { return u_isalnum(static_cast<UChar32>(cp)) != 0; }
bool is_any_digit(char32_t cp) { return u_isdigit(static_cast<UChar32>(cp)) != 0; }
bool is_letter(char32_t cp) { return u_isalpha(static_cast<UChar32>(cp)) != 0; }

bool is_vowel(char32_t cp) {
  constexpr std::u32string_view kVowels = U"аәеёиіоөуұүыэюяaeiouy";
  return kVowels.find(static_cast<char32_t>(u_tolower(static_cast<UChar32>(cp)))) != std::u32string_view::npos;
}
// ь and ъ stay with the consonant before them, й with the vowel before it unless a vowel follows.
bool is_sign(char32_t cp) {
  constexpr std::u32string_view kSigns = U"ьъЬЪ";
  return kSigns.find(cp) != std::u32string_view::npos;
}

// Behind which of these an address or a number may be divided.
bool is_separator(char32_t cp) {
  constexpr std::u32string_view kSeparators = U" /\\.,:;-_&=?#@%+|";
  return kSeparators.find(cp) != std::u32string_view::npos;
}

bool is_address(std::string_view token) {
  return token.find("://") != std::string_view::npos || token.starts_with("www.") ||
         token.find_first_of("@_=&\\") != std::string_view::npos;
}

// A character as a reader sees it, by its first code point: the marks upon it do not count.
struct Character {
  size_t begin = 0;
  char32_t first = 0;
};

// The letters between punctuation at both ends: [begin, end); empty when anything else stands between them, or capitals
// behind the first letter of a word that is not all in capitals.
struct Core {
  size_t begin = 0;
  size_t end = 0;
};
Core word_core(const std::vector<Character>& text) {
  const auto is_text = [](const Character& c) { return is_alnum(c.first); };
  const auto begin = std::find_if(text.begin(), text.end(), is_text);
  const auto end = std::find_if(text.rbegin(), text.rend(), is_text).base();
  if (begin >= end) return {};
  size_t capitals = 0;
  for (auto at = begin; at != end; ++at) {
    if (!is_letter(at->first)) return {};
    if (u_isupper(static_cast<UChar32>(at->first)) != 0) ++capitals;
  }
  const auto letters = static_cast<size_t>(end - begin);
  const bool first_only = capitals == 1 && u_isupper(static_cast<UChar32>(begin->first)) != 0;
  if (capitals != 0 && capitals != letters && !first_only) return {};
  return {static_cast<size_t>(begin - text.begin()), static_cast<size_t>(end - text.begin())};
}

// A syllable begins at `at`: with a consonant before a vowel, and both sides have a vowel.
bool is_syllable(const std::vector<Character>& text, Core core, size_t at) {
  const auto is_v = [](const Character& c) { return is_vowel(c.first); };
  const auto* letters = text.data();
  if (at + 1 >= core.end || is_v(letters[at]) || is_sign(letters[at].first) || !is_v(letters[at + 1])) return false;
  return std::any_of(letters + core.begin, letters + at, is_v);
}

std::vector<LineBreaks::Place> places_in_word(const std::vector<Character>& text, Core core) {
  std::vector<LineBreaks::Place> out;
  for (size_t i = 1; i < text.size(); ++i) {
    const bool inside = i >= core.begin + kLeastLetters && i + kLeastLetters <= core.end;
    const bool bearable = inside && !is_sign(text[i].first) && text[i].first != U'й' && text[i].first != U'Й';
    const bool hyphen = i > core.begin && i < core.end;
    out.push_back({text[i].begin, hyphen, inside && is_syllable(text, core, i) ? 0 : (bearable ? 1 : 2)});
  }
  return out;
}

std::vector<LineBreaks::Place> places_in_code(const std::vector<Character>& text) {
  std::vector<LineBreaks::Place> out;
  size_t row_begin = 0;  // of letters and digits
  for (size_t i = 1; i < text.size(); ++i) {
    if (is_separator(text[i - 1].first)) row_begin = i;
    const bool behind_separator = is_separator(text[i - 1].first) && !is_separator(text[i].first);
    size_t row_end = i;
    while (row_end < text.size() && row_end < row_begin + kLongCode && is_alnum(text[row_end].first)) ++row_end;
    const bool in_group = row_end - row_begin >= kLongCode && i > row_begin && (i - row_begin) % kGroup == 0;
    out.push_back({text[i].begin, false, behind_separator ? 0 : (in_group ? 1 : 2)});
  }
  return out;
}

}  // namespace

struct LineBreaks::Iterators {
  explicit Iterators(Lang lang) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(std::string(lang_code(lang)).c_str());
    lines.reset(icu::BreakIterator::createLineInstance(locale, status));
    require(status);
    characters.reset(icu::BreakIterator::createCharacterInstance(locale, status));
    require(status);
  }
  ~Iterators() { utext_close(&opened); }
  Iterators(const Iterators&) = delete;
  Iterators& operator=(const Iterators&) = delete;

  icu::BreakIterator& over(icu::BreakIterator& iterator, std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&opened, text.data(), static_cast<int64_t>(text.size()), &status);
    iterator.setText(&opened, status);
    require(status);
    return iterator;
  }

  std::unique_ptr<icu::BreakIterator> lines;
  std::unique_ptr<icu::BreakIterator> characters;
  UText opened = UTEXT_INITIALIZER;
};

LineBreaks::LineBreaks(Lang lang) : iterators_(std::make_unique<Iterators>(lang)) {}
LineBreaks::~LineBreaks() = default;

namespace {

// Takes the last code point off `text`, which is not empty.
char32_t take_last(std::string_view& text) {
  size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  size_t pos = at;
  const char32_t last = next_code_point(text, pos);
  text = text.substr(0, at);
  return last;
}

// Whether fewer than two letters stand before or behind `at` in its word; looks at the nearest characters only.
bool leaves_single_letter(std::string_view text, size_t at) {
  size_t letters = 0;
  std::string_view before = text.substr(0, at);
  for (int i = 0; i < kLook && !before.empty() && before.back() != ' ' && letters < kLeastLetters; ++i)
    letters += is_alnum(take_last(before)) ? 1 : 0;
  if (letters < kLeastLetters) return true;
  letters = 0;
  for (int i = 0; i < kLook && at < text.size() && text[at] != ' ' && letters < kLeastLetters; ++i)
    letters += is_alnum(next_code_point(text, at)) ? 1 : 0;
  return letters < kLeastLetters;
}

// Whether a digit stands among the last letters and digits of `text`; looks at a few only.
bool ends_in_number(std::string_view text) {
  for (int i = 0; i < kLook && !text.empty(); ++i) {
    const char32_t last = take_last(text);
    if (is_any_digit(last) || !is_alnum(last)) return is_any_digit(last);
  }
  return false;
}

// A break that ICU allows and a reader of Kazakh or Russian would not. `in_address`: slashes and hyphens divide there,
// but a scheme keeps its host.
bool is_poor(std::string_view text, size_t at, bool in_address) {
  constexpr std::u32string_view kInnerMarks = U"-/\u2010\u2012\u2013\u2014|";
  const auto is_mark = [&](char32_t cp) { return kInnerMarks.find(cp) != std::u32string_view::npos; };
  size_t pos = at;
  const char32_t next = next_code_point(text, pos);
  std::string_view head = text.substr(0, at);
  const bool spaced = head.ends_with(' ');
  while (head.ends_with(' ')) head.remove_suffix(1);
  if (head.empty()) return false;
  const char32_t before = take_last(head);
  if (spaced) return before == kNumero && is_any_digit(next);
  if (in_address) return text.substr(0, at).ends_with("://");
  if (!is_mark(before) && !is_mark(next)) return false;
  const bool of_number = (before == U'-' || before == U'/' || before == U'–') && ends_in_number(head);
  return of_number || leaves_single_letter(text, at);
}

// The words of a text, one after another: which of them are addresses. Each is looked at once.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}

  [[nodiscard]] bool is_address_at(size_t at) {
    if (at <= end_) return address_;
    const size_t space = text_.rfind(' ', at - 1);
    const size_t begin = space == std::string_view::npos ? 0 : space + 1;
    end_ = std::min(text_.find(' ', at), text_.size());
    address_ = is_address(text_.substr(begin, end_ - begin));
    return address_;
  }

 private:
  std::string_view text_;
  size_t end_ = 0;
  bool address_ = false;
};

bool is_plain_letter(char32_t cp) {
  return (cp >= U'a' && cp <= U'z') || (cp >= U'A' && cp <= U'Z') || (cp >= 0x0400 && cp <= 0x0481) ||
         (cp >= 0x048A && cp <= 0x052F);
}

// The pieces of most cells, found without ICU with a quarter of the instructions. Words of Latin and Cyrillic letters
// and digits, with points and commas behind them and «№» before them, have a break behind each run of spaces and
// nowhere else. No value if the text holds anything else.
std::optional<std::vector<size_t>> plain_pieces(std::string_view text) {
  std::vector<size_t> out;
  char32_t before = 0;  // the last character that is no space
  bool spaced = true;
  for (size_t pos = 0; pos < text.size();) {
    const size_t at = pos;
    const char32_t cp = next_code_point(text, pos);
    if (cp == U' ') {
      spaced = true;
      continue;
    }
    const bool digit = cp >= U'0' && cp <= U'9';
    const bool mark = cp == U'.' || cp == U',';
    if (!digit && !mark && cp != kNumero && !is_plain_letter(cp)) return std::nullopt;
    if (mark && (spaced || before == U'.' || before == U',')) return std::nullopt;
    if (cp == kNumero && !spaced) return std::nullopt;
    if (spaced && at > 0 && !(before == kNumero && digit)) out.push_back(at);
    spaced = false;
    before = cp;
  }
  out.push_back(text.size());
  return out;
}

}  // namespace

std::vector<size_t> LineBreaks::pieces(std::string_view text) {
  std::vector<size_t> out;
  if (text.empty()) return out;
  if (auto plain = plain_pieces(text)) return std::move(*plain);
  icu::BreakIterator& lines = iterators_->over(*iterators_->lines, text);
  Tokens tokens(text);
  lines.first();
  for (int32_t end = lines.next(); end != icu::BreakIterator::DONE; end = lines.next()) {
    const auto at = static_cast<size_t>(end);
    if (at == text.size() || !is_poor(text, at, tokens.is_address_at(at))) out.push_back(at);
  }
  return out;
}

std::vector<LineBreaks::Place> LineBreaks::places_within(std::string_view piece, std::string_view token) {
  std::vector<Character> text;
  icu::BreakIterator& characters = iterators_->over(*iterators_->characters, piece);
  for (int32_t at = characters.first(); at != icu::BreakIterator::DONE; at = characters.next()) {
    auto pos = static_cast<size_t>(at);
    if (pos < piece.size()) text.push_back({pos, next_code_point(piece, pos)});
  }
  const Core core = is_address(token) ? Core{} : word_core(text);
  return core.end > core.begin ? places_in_word(text, core) : places_in_code(text);
}

}  // namespace esep
