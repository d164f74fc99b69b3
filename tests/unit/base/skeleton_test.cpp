// SPDX-License-Identifier: MIT
#include "base/skeleton.h"

#include <catch2/catch.hpp>

using namespace esep;

TEST_CASE("one person stays one person, however the name is spelled") {
  const std::string plain = skeleton("A. Bopov");
  for (const char* other : {"a. bopov", " A.  Bopov ", "A.Bopov", "A Bopov", "ABopov", "А. Bоpov", "Ａ．Ｂｏｐｏｖ",
                            "A. B\u200bopov", "A. Bopo\u00adv", "Α. Βοpoν", "A\u00a0Bopov", "A\u2024 Bopov",
                            "\U0001D400. Bopov", "A. Bopov\t", "\u202eA. Bopov", "A. B\u043epov"}) {
    INFO(other);
    CHECK(skeleton(other) == plain);
  }
}

TEST_CASE("two persons are two") {
  CHECK(skeleton("i.kim") != skeleton("l.kim"));
  CHECK(skeleton("А. Серік") != skeleton("Ә. Серік"));
  CHECK(skeleton("reviewer2") != skeleton("reviewer3"));
}

TEST_CASE("names that print alike have one shape") {
  CHECK(printed_shape("CIerk") == printed_shape("Clerk"));
  CHECK(printed_shape("lrina") == printed_shape("I.rina"));
  CHECK(printed_shape("i.kim") != printed_shape("l.kim"));
  CHECK(printed_shape("--") == "--");
}

TEST_CASE("a name of signs alone is itself") {
  CHECK(skeleton("--") == "--");
  CHECK(skeleton("") == "");
}
