// SPDX-License-Identifier: MIT
#include "intake/text_width.h"

#include <catch2/catch.hpp>

using esep::intake::text_width;

TEST_CASE("the width of a text is told in digits, rather too small than too large") {
  CHECK(text_width("") == 0);
  CHECK(text_width("1250") == Approx(3.6));
  CHECK(text_width("03.05.2026") == Approx(8.01));
  CHECK(text_width("1\u00A0250\u00A0000") == Approx(7.11));
  CHECK(text_width("-12") == Approx(2.34));
}
