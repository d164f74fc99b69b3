// SPDX-License-Identifier: MIT
#include "base/utf8.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace esep {
namespace {

// Length of the well-formed sequence at `pos`, 0 if there is none.
size_t sequence_length(std::string_view text, size_t pos) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[pos + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  size_t length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (pos + length > text.size() || byte(1) < low || byte(1) > high) return 0;
  for (size_t i = 2; i < length; ++i) {
    if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
  }
  return length;
}

// A well-formed sequence of two bytes, as every Cyrillic letter is.
bool is_pair(std::string_view text, size_t pos) {
  const auto lead = static_cast<unsigned char>(text[pos]);
  return lead >= 0xC2 && lead <= 0xDF && pos + 1 < text.size() &&
         (static_cast<unsigned char>(text[pos + 1]) & 0xC0U) == 0x80U;
}

// Length of the ASCII text at the front, in machine words: most cells are only ASCII.
size_t plain_length(std::string_view text) {
  constexpr uint64_t kHighBits = 0x8080808080808080U;
  size_t pos = 0;
  for (uint64_t word = 0; pos + sizeof(word) <= text.size(); pos += sizeof(word)) {
    std::memcpy(&word, text.data() + pos, sizeof(word));
    if ((word & kHighBits) != 0) break;
  }
  return pos;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  for (size_t pos = plain_length(text); pos < text.size();) {
    const size_t length = is_pair(text, pos) ? 2 : sequence_length(text, pos);
    if (length == 0) return false;
    pos += length;
  }
  return true;
}

std::string scrub_utf8(std::string_view text) {
  std::string out;
  for (size_t pos = 0; pos < text.size();) {
    const size_t length = sequence_length(text, pos);
    if (length == 0) {
      out += "\xEF\xBF\xBD";
      ++pos;
    } else {
      out += text.substr(pos, length);
      pos += length;
    }
  }
  return out;
}

std::string_view utf8_prefix(std::string_view text, size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most);
}

char32_t next_code_point(std::string_view text, size_t& pos) {
  if (const auto plain = static_cast<unsigned char>(text[pos]); plain < 0x80) {
    ++pos;
    return plain;
  }
  const auto lead = static_cast<unsigned char>(text[pos]);
  if (is_pair(text, pos)) {
    const auto last = static_cast<unsigned char>(text[pos + 1]);
    pos += 2;
    return static_cast<char32_t>((lead & 0x1FU) << 6) | (last & 0x3FU);
  }
  const size_t length = sequence_length(text, pos);
  if (length <= 1) {
    ++pos;
    return length == 0 ? U'\uFFFD' : lead;
  }
  constexpr std::array<unsigned, 5> kMask{0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t code_point = lead & kMask[length];
  for (size_t i = 1; i < length; ++i) {
    code_point = (code_point << 6) | (static_cast<unsigned char>(text[pos + i]) & 0x3Fu);
  }
  pos += length;
  return code_point;
}

void append_code_point(std::string& out, char32_t cp) {
  const auto put = [&](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
  if (cp < 0x80) {
    put(cp);
  } else if (cp < 0x800) {
    put(0xC0 | (cp >> 6));
    put(0x80 | (cp & 0x3F));
  } else if (cp < 0x10000) {
    put(0xE0 | (cp >> 12));
    put(0x80 | ((cp >> 6) & 0x3F));
    put(0x80 | (cp & 0x3F));
  } else {
    put(0xF0 | (cp >> 18));
    put(0x80 | ((cp >> 12) & 0x3F));
    put(0x80 | ((cp >> 6) & 0x3F));
    put(0x80 | (cp & 0x3F));
  }
}

size_t count_code_points(std::string_view text) {
  size_t count = 0;
  for (size_t pos = 0; pos < text.size(); ++count) next_code_point(text, pos);
  return count;
}

size_t count_graphemes(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) return count_code_points(text);
  // The iterator keeps a reference to the string.
  const auto string = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  breaks->setText(string);
  size_t count = 0;
  while (breaks->next() != icu::BreakIterator::DONE) ++count;
  return count;
}

}  // namespace esep
