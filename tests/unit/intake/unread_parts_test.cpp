// SPDX-License-Identifier: MIT
#include "intake/unread_parts.h"

#include <catch2/catch.hpp>

using esep::intake::words_of_page_text;

TEST_CASE("headers and footers have codes, and words") {
  CHECK(words_of_page_text("&L&8 Есеп&R&8 &P / &N") == "Есеп /");
  CHECK(words_of_page_text("&C&\"Times New Roman,Bold\"&14Отчёт за октябрь&K01+000 2026") == "Отчёт за октябрь 2026");
  CHECK(words_of_page_text("А && Б &F&A&D") == "А & Б");
  CHECK(words_of_page_text("&C&P").empty());
  CHECK(words_of_page_text("конец &").substr(0, 10) == "конец");
}
