// SPDX-License-Identifier: MIT
#include "app/core/mask_personal.h"

#include <catch2/catch.hpp>

using namespace esep;

TEST_CASE("a personal number keeps its last four digits") {
  CHECK(app::mask_number("880101300123") == "********0123");
  CHECK(app::mask_number("880101300123\n900215400003") == "************\n********0003");
  CHECK(app::mask_number("123") == "123");
  CHECK(app::mask_number("") == "");
}

TEST_CASE("in a free text long runs of digits are masked, an organisation's number and a hash are not") {
  CHECK(app::mask_text("ЖСН 880101300123, БСН 990340000014") == "ЖСН ********0123, БСН 990340000014");
  CHECK(app::mask_text("880101300123") == "********0123");
  CHECK(app::mask_text("mistyped 88010130012 and 8801013001234") == "mistyped *******0012 and *********1234");
  CHECK(app::mask_text("+77011234567") == "+*******4567");
  CHECK(app::mask_text("2026-11-18, 123456789, 123456789012345") == "2026-11-18, 123456789, 123456789012345");
  CHECK(app::mask_text("ЖСН 900 101 300 123.") == "ЖСН *** *** **0 123.");
  CHECK(app::mask_text("№ 5 900101-300123") == "№ 5 ******-**0123");
  CHECK(app::mask_text("900\u00a0101\u00a0300\u00a0123") == "***\u00a0***\u00a0**0\u00a0123");
  CHECK(app::mask_text("990 340 000 014") == "990 340 000 014");  // no month is the 34th
  CHECK(app::mask_text("12 345 678 901.50 теңге") == "12 345 678 901.50 теңге");
  const std::string hash = "a1234567890123b";
  CHECK(app::mask_text(hash) == hash);
}

TEST_CASE("a personal number is masked however its digits are set") {
  for (const char* between : {".", "/", "_", "\t", "  ", " – ", "\u00ad", "\u200b", "\u2060\u200d", "\u2014", "\n"})
    CHECK(app::mask_text("x 900101" + std::string(between) + "300123 y") ==
          "x ******" + std::string(between) + "**0123 y");
  CHECK(app::mask_text("９００１０１３００１２３") == "********０１２３");
  CHECK(app::mask_text("٩٠٠١٠١٣٠٠١٢٣") == "********٠١٢٣");
  CHECK(app::mask_text("code900101300123") == "code********0123");
  CHECK(app::mask_text("900101300123a") == "********0123a");
  const std::string hash = "1234567890123" + std::string(51, 'c');
  CHECK(app::mask_text(hash + " " + hash.substr(13) + "1234567890123") ==
        hash + " " + hash.substr(13) + "1234567890123");
  for (const char* plain : {"1.234.567.890", "05.11.2026 12.30", "05.11.2011 – 12.11.2026", "2026-11-18 10:05"})
    CHECK(app::mask_text(plain) == plain);
}

TEST_CASE("holds_personal_number: what is masked as a number that begins with a birthday, and nothing else") {
  for (const char* text : {"900101300123", "ЖСН: 900 101 300 123.", "900 101  300-123", "９００１０１３００１２３"})
    CHECK(app::holds_personal_number(text));
  for (const char* text : {"", "250140999012", "8 (7172) 00-00-01", "05.11.2026 12.30", "1 234 567 890,12", "880101"})
    CHECK_FALSE(app::holds_personal_number(text));
}
