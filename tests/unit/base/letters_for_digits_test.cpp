// SPDX-License-Identifier: MIT
#include "base/letters_for_digits.h"

#include <catch2/catch.hpp>

using esep::letters_for_digits;

namespace {

std::string meant(std::string_view typed) {
  const auto found = letters_for_digits(typed);
  return found ? found->suggestion + " | " + found->letters : "none";
}

}  // namespace

TEST_CASE("letters that stand for digits are named with their places", "[base]") {
  CHECK(meant("2О26") == "2026 | О (2)");
  CHECK(meant("1 ООО") == "1 000 | О (3), О (4), О (5)");
  CHECK(meant("15.1O.2О26 г.") == "15.10.2026 г. | O (5), О (8)");
  CHECK(meant("lЗ") == "none");
  CHECK(meant("l3,5") == "13,5 | l (1)");
  CHECK(meant("октябрь 2Ө26") == "октябрь 2026 | Ө (10)");
}

TEST_CASE("letters of words are no digits", "[base]") {
  for (const char* typed : {"2026", "ООО", "12 объектов", "№ 5 ООО «Заря»", "5км", "А3", "I квартал 2026", "III", ""}) {
    INFO(typed);
    CHECK(meant(typed) == "none");
  }
}
