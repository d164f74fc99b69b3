// SPDX-License-Identifier: MIT
#include "base/replace_all.h"

#include <catch2/catch.hpp>

using esep::replace_all;

TEST_CASE("each place of a text is replaced once") {
  CHECK(replace_all("ёжё", "ё", "е") == "еже");
  CHECK(replace_all("aaa", "a", "aa") == "aaaaaa");
  CHECK(replace_all("aaa", "aa", "b") == "ba");
  CHECK(replace_all("abc", "x", "y") == "abc");
  CHECK(replace_all("abc", "", "y") == "abc");
  CHECK(replace_all("", "a", "b").empty());
}
