// SPDX-License-Identifier: MIT
#include "intake/unread_parts.h"

#include <catch2/catch.hpp>

using esep::intake::words_of_page_text;
using Words = std::vector<std::string>;

TEST_CASE("headers and footers have codes, and words") {
  CHECK(words_of_page_text("&L&8 Есеп&R&8 &P / &N") == Words{"Есеп"});
  CHECK(words_of_page_text("&C&\"Times New Roman,Bold\"&14Отчёт за октябрь&K01+000 2026") ==
        Words{"Отчёт за октябрь 2026"});
  CHECK(words_of_page_text("А && Б &F&A&D") == Words{"А & Б"});
  CHECK(words_of_page_text("&C&P").empty());
  CHECK(words_of_page_text("конец &").front().substr(0, 10) == "конец");
}

TEST_CASE("the left, the middle and the right of a header stand apart") {
  CHECK(words_of_page_text("&L&8 Бұйрық № 243&CОтчёт за сентябрь&R&8 &P / &N") ==
        Words{"Бұйрық № 243", "Отчёт за сентябрь"});
}

TEST_CASE("the number of a page is no words") {
  for (const char* text :
       {"&Cстр. &P из &N", "&RСтраница &P из &N", "&P / &N", "&C&P-бет", "Бет &P", "Page &P of &N", "Лист &P"}) {
    CAPTURE(text);
    CHECK(words_of_page_text(text).empty());
  }
  CHECK(words_of_page_text("&Cлист") == Words{"лист"});
  CHECK(words_of_page_text("&CМысалова А. 05.11.2026 &P") == Words{"Мысалова А. 05.11.2026"});
}
