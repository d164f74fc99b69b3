// SPDX-License-Identifier: MIT
#include "base/shown_text.h"

#include <catch2/catch.hpp>

using namespace esep;

TEST_CASE("a text in a line shows what would command a terminal", "[text]") {
  CHECK(shown_in_line("Есеп, № 1 – «ә»") == "Есеп, № 1 – «ә»");
  CHECK(shown_in_line("a\tb\nc\rd") == "a\\tb\\nc\\rd");
  CHECK(shown_in_line("\x1b[2J\x7f") == "\\u001b[2J\\u007f");
  CHECK(shown_in_line("\u009b1m") == "\\u009b1m");
  CHECK(shown_in_line("km\u202Etxt.exe\u2066\u200F\u061C") == "km\\u202etxt.exe\\u2066\\u200f\\u061c");
  CHECK(shown_in_line("one\u2028two\u2029") == "one\\u2028two\\u2029");
  CHECK(shown_in_line("a\xFF\xC3") == "a\uFFFD\uFFFD");
  CHECK(shown_in_line(std::string_view("\0", 1)) == "\\u0000");
}
