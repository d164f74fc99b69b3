// SPDX-License-Identifier: MIT
#include "base/unicode.h"

#include <catch2/catch.hpp>

#include "base/text.h"

using namespace esep;

TEST_CASE("Unicode: letters written in parts become one") {
  CHECK(to_nfc("пи\u0306") == "пй");
  CHECK(to_nfc("е\u0308") == "ё");
  CHECK(to_nfc("Қазақстан – № 5, 10 ₸") == "Қазақстан – № 5, 10 ₸");
  CHECK(to_nfc("") == "");
  CHECK(to_nfc("\xFF\xCC") == "\xFF\xCC");
  CHECK(fold_case("Пайдаланады") == fold_case("паи\u0306даланады"));
  CHECK(fold_look_alikes("е\u0308лка") == fold_look_alikes("ЕЛКА"));
}

TEST_CASE("Unicode: characters without a shape are dropped") {
  CHECK(drop_invisible("G-\u200B001\uFEFF") == "G-001");
  CHECK(drop_invisible("ал\u00ADма\u200E") == "алма");
  CHECK(drop_invisible("\u200Fسلام\u200C") == "سلام");
  CHECK(drop_invisible("✔\uFE0F иә\u034F\u3164\U000E0041") == "✔ иә");
  CHECK(fold_case("пай\u200Bдаланады") == "пайдаланады");
  CHECK_FALSE(may_need_cleaning("Қазақстан Республикасының «Көлік» № 5 – 10 ₸"));
}

TEST_CASE("Unicode: question marks in words are letters that an encoding lost") {
  for (const char* lost : {"?аза?стан", "?лемі", "ж?не", "Ма?ызды", "Жол ?аты", "«?ор»", "А ???"}) {
    CAPTURE(lost);
    CHECK(has_lost_letters(lost));
  }
  for (const char* right : {"", "Не ясно?", "Кто? Что?", "Кто?Что", "?", "да/нет?", "what?who", "https://a.kz/?q=1"}) {
    CAPTURE(right);
    CHECK_FALSE(has_lost_letters(right));
  }
}

TEST_CASE("Unicode: a letter of any script") {
  CHECK(has_letter("12 а"));
  CHECK(has_letter("Ә."));
  CHECK_FALSE(has_letter("12345 – ?"));
}
