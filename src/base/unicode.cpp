// SPDX-License-Identifier: MIT
#include "base/unicode.h"

#include <algorithm>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "base/utf8.h"

namespace esep {
namespace {

bool is_dropped(char32_t cp) {
  return u_hasBinaryProperty(static_cast<UChar32>(cp), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 || cp == 0xFEFF;
}

bool is_cyrillic(char32_t cp) { return cp >= 0x0400 && cp <= 0x052F; }
bool is_small_cyrillic(char32_t cp) { return is_cyrillic(cp) && u_islower(static_cast<UChar32>(cp)) != 0; }
bool begins_word(char32_t cp) {
  return cp == 0 || (u_isalnum(static_cast<UChar32>(cp)) == 0 && cp != U'?' && cp != U'/');
}

using Byte = unsigned char;

// By the first three bytes of a character, so that usual texts are not decoded.
bool may_be_invisible(Byte first, Byte second, Byte third) {
  if (first == 0xC2) return second == 0xAD;
  if (first == 0xE2) return second == 0x81 || (second == 0x80 && ((third >= 0x8B && third <= 0x8F) || third >= 0xAA));
  return first == 0xCD || first == 0xD8 || first == 0xE1 || first == 0xE3 || first == 0xEF || first >= 0xF0;
}

// Letters up to U+02FF, Cyrillic, and the signs of ordinary texts have only one way.
bool may_be_in_parts(Byte first, Byte second, Byte third) {
  if (first == 0xE2) return !((second == 0x80 && third >= 0x82) || second == 0x82 || (second == 0x84 && third == 0x96));
  return first == 0xCC || first == 0xCD || first >= 0xD6;
}

template <typename Test>
bool scan(std::string_view text, Test test) {
  const auto at = [&](size_t i) { return i < text.size() ? static_cast<Byte>(text[i]) : Byte{0}; };
  for (size_t i = 0; i < text.size(); ++i) {
    if (at(i) >= 0xC2 && test(at(i), at(i + 1), at(i + 2))) return true;
  }
  return false;
}

}  // namespace

bool may_need_cleaning(std::string_view text) {
  return scan(text, [](auto... bytes) { return may_be_invisible(bytes...) || may_be_in_parts(bytes...); });
}

std::string to_nfc(std::string_view text) {
  if (!scan(text, may_be_in_parts)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) || !is_valid_utf8(text)) return std::string(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
  return U_FAILURE(status) ? std::string(text) : out;
}

std::string drop_invisible(std::string_view text) {
  if (!scan(text, may_be_invisible)) return std::string(text);
  std::string out;
  for (size_t pos = 0; pos < text.size();) {
    const size_t begin = pos;
    if (!is_dropped(next_code_point(text, pos))) out.append(text, begin, pos - begin);
  }
  return out;
}

bool has_replaced_letters(std::string_view text) { return text.find("\uFFFD") != std::string_view::npos; }

bool has_lost_letters(std::string_view text) {
  if (text.find('?') == std::string_view::npos) return false;
  char32_t before = 0;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t cp = next_code_point(text, pos);
    if (cp != U'?') {
      before = cp;
      continue;
    }
    size_t run = 1;
    for (; pos < text.size() && text[pos] == '?'; ++pos) ++run;
    size_t next = pos;
    const char32_t after = pos < text.size() ? next_code_point(text, next) : 0;
    const bool inside = is_cyrillic(before) && is_small_cyrillic(after);
    const bool at_front = begins_word(before) && is_cyrillic(after);
    const bool whole_word = begins_word(before) && before != 0 && run > 1;
    if (inside || at_front || whole_word) return true;
    before = U'?';
  }
  return false;
}

bool has_letter(std::string_view text) {
  for (size_t pos = 0; pos < text.size();) {
    if (u_isalpha(static_cast<UChar32>(next_code_point(text, pos))) != 0) return true;
  }
  return false;
}

bool only_letters_digits_or(std::string_view text, std::string_view signs) {
  for (size_t pos = 0; pos < text.size();) {
    const char first = text[pos];
    const auto point = static_cast<UChar32>(next_code_point(text, pos));
    if (u_isalnum(point) == 0 && signs.find(first) == std::string_view::npos) return false;
  }
  return true;
}

}  // namespace esep
