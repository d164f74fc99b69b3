// SPDX-License-Identifier: MIT
#include "base/base64.h"

#include <catch2/catch.hpp>

using esep::to_base64;

TEST_CASE("base64: the examples of RFC 4648, section 10") {
  CHECK(to_base64("").empty());
  CHECK(to_base64("f") == "Zg==");
  CHECK(to_base64("fo") == "Zm8=");
  CHECK(to_base64("foo") == "Zm9v");
  CHECK(to_base64("foob") == "Zm9vYg==");
  CHECK(to_base64("fooba") == "Zm9vYmE=");
  CHECK(to_base64("foobar") == "Zm9vYmFy");
}

TEST_CASE("base64: any bytes, in one line however long") {
  CHECK(to_base64(std::string("\0\xFF\x10\xFB\xEF\xBE", 6)) == "AP8Q++++");
  const std::string longer = to_base64(std::string(3000, '\xFF'));
  CHECK(longer == std::string(4000, '/'));
}
