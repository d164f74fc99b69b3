// SPDX-License-Identifier: MIT
#include "base/utf8.h"

#include <catch2/catch.hpp>

using namespace esep;

TEST_CASE("UTF-8: what is well formed") {
  CHECK(is_valid_utf8(""));
  CHECK(is_valid_utf8("Қазақстан, ₸, 😀"));
  CHECK(is_valid_utf8(std::string_view("a\0b", 3)));
  CHECK(is_valid_utf8("\xF4\x8F\xBF\xBF"));  // U+10FFFF
  CHECK(is_valid_utf8("\xED\x9F\xBF"));      // U+D7FF
  CHECK(is_valid_utf8("sixteen letters.ә"));
  CHECK_FALSE(is_valid_utf8("sixteen letters.\x80"));
  CHECK_FALSE(is_valid_utf8("seven l\xC0"));
}

TEST_CASE("UTF-8: what is not") {
  for (const char* text : {"\x80",
                           "\xBF",
                           "\xC0\x80",
                           "\xC1\xBF",
                           "\xE0\x80\x80",
                           "\xE0\x9F\xBF",
                           "\xED\xA0\x80",
                           "\xED\xBF\xBF",
                           "\xF0\x80\x80\x80",
                           "\xF0\x8F\xBF\xBF",
                           "\xF4\x90\x80\x80",
                           "\xF5\x80\x80\x80",
                           "\xFF",
                           "\xFE",
                           "\xD0",
                           "\xE2\x82",
                           "\xF0\x9F\x98",
                           "\xD0"
                           "A",
                           "\xE2\x82"
                           "A",
                           "abc\xD2"}) {
    CAPTURE(scrub_utf8(text));
    CHECK_FALSE(is_valid_utf8(text));
    CHECK(is_valid_utf8(scrub_utf8(text)));
  }
}

TEST_CASE("UTF-8: scrubbing keeps everything that is good") {
  CHECK(scrub_utf8("сәлем") == "сәлем");
  CHECK(scrub_utf8("a\xFF"
                   "b") == "a\uFFFDb");
  CHECK(scrub_utf8("\xE2\x82"
                   "A") == "\uFFFD\uFFFDA");
  CHECK(scrub_utf8("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("UTF-8: code points one by one, there and back") {
  const std::string text = "aқ₸😀";
  std::u32string points;
  for (size_t pos = 0; pos < text.size();) points += next_code_point(text, pos);
  CHECK(points == U"aқ₸😀");
  std::string back;
  for (const char32_t cp : points) append_code_point(back, cp);
  CHECK(back == text);
  CHECK(count_code_points(text) == 4);
  CHECK(count_code_points("") == 0);
}

TEST_CASE("UTF-8: characters as a reader counts them") {
  CHECK(count_graphemes("") == 0);
  CHECK(count_graphemes("Әділет министрлігі") == 18);
  CHECK(count_graphemes("и\u0306") == 1);
  CHECK(count_code_points("и\u0306") == 2);
  CHECK(count_graphemes("🇰🇿") == 1);
  CHECK(count_graphemes("a\r\nb") == 3);
  std::string longer;
  for (int i = 0; i < 1000; ++i) longer += "и\u0306";
  CHECK(count_graphemes(longer) == 1000);
}
