// SPDX-License-Identifier: MIT
#include "base/remarks.h"

#include <catch2/catch.hpp>

using namespace esep;

TEST_CASE("join_remarks: a full stop at the end goes, that of an initial stays") {
  CHECK(join_remarks({"отправлен.", "получен"}) == "отправлен; получен");
  CHECK(join_remarks({"подписал: Министрова А. М.", "адресат: Правительство"}) ==
        "подписал: Министрова А. М.; адресат: Правительство");
  CHECK(join_remarks({"подписал: А.М.", "x."}) == "подписал: А.М.; x.");
  CHECK(join_remarks({"№ 7.", "2."}) == "№ 7; 2");
}
