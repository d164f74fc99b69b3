// SPDX-License-Identifier: MIT
#include "base/encoding.h"

#include <catch2/catch.hpp>

using namespace esep;

namespace {

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string out;
  for (const char16_t unit : text) {
    const auto high = static_cast<char>(unit >> 8);
    const auto low = static_cast<char>(unit & 0xFF);
    out += big_endian ? std::string{high, low} : std::string{low, high};
  }
  return out;
}

}  // namespace

TEST_CASE("Windows-1251: Russian letters, typography, and of the Kazakh letters І alone") {
  CHECK(to_utf8("", Encoding::windows_1251).empty());
  CHECK(to_utf8("A;1\r\n", Encoding::windows_1251) == "A;1\r\n");
  CHECK(to_utf8("\xC0\xDF\xE0\xFF\xA8\xB8", Encoding::windows_1251) == "АЯаяЁё");
  CHECK(to_utf8("\xB9\xA0\xAB\xBB\x96\x97\x85\x88", Encoding::windows_1251) == "№\u00A0«»–—…€");
  CHECK(to_utf8("\xB2\xB3", Encoding::windows_1251) == "Іі");
  // Windows writes a question mark for Ә Ғ Қ Ң Ө Ұ Ү Һ before anybody here sees the file.
  CHECK(to_utf8("?\xE0\xE7\xE0?\xF1\xF2\xE0\xED", Encoding::windows_1251) == "?аза?стан");
}

TEST_CASE("Windows-1251: every byte is one character, the open one the replacement character") {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
  const std::string text = to_utf8(bytes, Encoding::windows_1251);
  CHECK(text.substr(0, 128) == bytes.substr(0, 128));
  CHECK(text.find("\u0098") == std::string::npos);
  CHECK(to_utf8("\x97\x98\x99", Encoding::windows_1251) == "—\uFFFD™");
}

TEST_CASE("UTF-16 in either order of bytes") {
  for (const bool big_endian : {false, true}) {
    const Encoding encoding = big_endian ? Encoding::utf16_big_endian : Encoding::utf16_little_endian;
    CHECK(to_utf8("", encoding).empty());
    CHECK(to_utf8(utf16(u"Қазақстан;№ 5\r\n😀", big_endian), encoding) == "Қазақстан;№ 5\r\n😀");
    CHECK(to_utf8(utf16(u"\uFEFFa", big_endian), encoding) == "\uFEFFa");  // a second mark is text
    // An odd length: half a unit at the end.
    CHECK(to_utf8(utf16(u"ab", big_endian) + "\x41", encoding) == "ab\uFFFD");
    CHECK(to_utf8("\x41", encoding) == "\uFFFD");
    // Lone surrogates in front, in the middle and at the end; a pair in the wrong order is two.
    CHECK(to_utf8(utf16({u"\xDE00"
                         u"a\xD83D"
                         u"b\xD83D",
                         5},
                        big_endian),
                  encoding) == "\uFFFDa\uFFFDb\uFFFD");
    CHECK(to_utf8(utf16({u"\xDE00\xD83D", 2}, big_endian), encoding) == "\uFFFD\uFFFD");
    CHECK(to_utf8(utf16({u"\xD83D\xD83D\xDE00", 3}, big_endian), encoding) == "\uFFFD😀");
  }
}

TEST_CASE("a long text is decoded in pieces, and none cuts a letter") {
  for (const bool big_endian : {false, true}) {
    for (const size_t before : {32766, 32767, 32768, 65535}) {
      CAPTURE(before);
      const std::string same(before, 'a');
      const std::u16string text = std::u16string(before, u'a') + u"😀қ" + std::u16string(70000, u'b');
      CHECK(to_utf8(utf16(text, big_endian), big_endian ? Encoding::utf16_big_endian : Encoding::utf16_little_endian) ==
            same + "😀қ" + std::string(70000, 'b'));
    }
  }
  std::string letters;
  for (int i = 0; i < 100000; ++i) letters += "я";
  CHECK(to_utf8(std::string(100000, '\xFF'), Encoding::windows_1251) == letters);
}
